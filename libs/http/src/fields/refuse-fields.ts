import { problemCatalogue } from '../problems/problem-catalogue';
import { pointerStep } from '../problems/pointer-step';
import { ProblemError } from '../problems/problem.error';
import { faults } from './fault';
import { objectRule } from './value-rules';

/**
 * Refuses a list that names something twice.
 * @param pathOf the place of an entry in the request, as a JSON pointer
 * @throws ProblemError 422 `invalid-fields` with every entry that an earlier one names already
 */
export function refuseRepeated(named: readonly string[], pathOf: (at: number) => string): void {
  const { code, message } = faults.repeated;
  const again = named.flatMap((name, at) => (named.indexOf(name) < at ? [{ path: pathOf(at), code, message }] : []));
  if (again.length > 0) throw new ProblemError(problemCatalogue.invalidFields, again);
}

/**
 * Refuses a request that has any field. @throws ProblemError 422 `invalid-fields` with each unknown field, or for what
 * is no object
 */
export function refuseFields(body: unknown): void {
  if (body === undefined || body === null) return;
  const wrong = objectRule(body);
  if (wrong)
    throw new ProblemError(problemCatalogue.invalidFields, [{ path: '', code: wrong.code, message: wrong.message }]);
  const { code, message } = faults.unknownField;
  const unknown = Object.keys(body).map((name) => ({
    path: pointerStep(name),
    code,
    message,
  }));
  if (unknown.length > 0) throw new ProblemError(problemCatalogue.invalidFields, unknown.slice(0, 100));
}
