import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';
import type { ActDeclaration } from './act.decorator';

/** True for an act that is said to have come by another channel. */
const cameLate = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && Object.hasOwn(body, 'received');

/**
 * What an act asks of its person. One that came by another channel may be entered by a registry officer of the same
 * side as well (I-67).
 * @param body of the request, as it was sent
 */
export const requirementOf = (declared: ActDeclaration, body: unknown): ActDeclaration =>
  declared.late === true && cameLate(body) ? { ...declared, as: [...declared.as, 'registry'] } : declared;

/** @throws ProblemError 422 where an act that is never entered late is said to have come by another channel */
export function refuseLateEntry({ as, late }: ActDeclaration, body: unknown): void {
  if (late || !cameLate(body)) return;
  const kind = as.includes('desk') ? problemCatalogue.neverEnteredLate : problemCatalogue.enteredByAuthorAlone;
  const { code, rule, en, 'zh-Hans': zh } = kind;
  throw new ProblemError(kind, [{ path: '/received', code, rule, message: { en, 'zh-Hans': zh } }]);
}
