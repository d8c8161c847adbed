import { sha256 } from '@parley/event-store';
import { caseNamed, ProblemError, type CasesByNumber } from '@parley/http';
import {
  canonicalJson,
  type Actor,
  type CaseParties,
  type Instant,
  type Party,
  type PartyCode,
  type Sha256,
} from '@parley/kernel';
import { documentReference, goodsReference, provisionReference } from '@parley/procedure';
import type { Accompanying, IncomingFiling } from './file-case';
import type { Grievance } from './file-grievance.rules';
import type { CheckRequest, FileCaseRequest } from './filing.request';
import type { ReferenceShown } from './filing.response';
import { tooLong } from './filing.rules';

/** Who files, and by which rule. */
export const FILING = { as: ['desk'], rule: 'S1' } as const;

/** SHA-256 of the canonical JSON of a grievance. The filer certifies it, and the receipt names it. */
export const digestOf = (grievance: Grievance): Sha256 => sha256(canonicalJson(grievance));

/** The roles of the two parties in a case that one of them files. */
export const partiesAgainst = (complainant: PartyCode | null, [one, other]: readonly [Party, Party]): CaseParties =>
  complainant === one.code
    ? { complainant: one.code, respondent: other.code }
    : { complainant: other.code, respondent: one.code };

/** Registration writes the grievance again beside other things, and one append holds 1 MiB. */
const LONGEST_GRIEVANCE_BYTES = 512 * 1024;

/** A validated request as a filing. @throws ProblemError 422 when the grievance is too long as a whole */
export function incomingFiling(
  {
    grievance,
    certification,
    contact,
  }: Pick<FileCaseRequest, 'grievance' | 'certification'> & Partial<FileCaseRequest>,
  actor: Extract<Actor, { kind: 'person' }>,
  receivedAt: Instant,
): IncomingFiling {
  const canonical = canonicalJson(grievance);
  if (Buffer.byteLength(canonical) > LONGEST_GRIEVANCE_BYTES) throw ProblemError.refused(tooLong());
  return {
    actor,
    receivedAt,
    grievance,
    digest: sha256(canonical),
    certified: certification,
    ...(contact && { contact }),
  };
}

/** What a filing says besides the grievance. */
export const accompanying = async (
  { urgency, previous, counterTo }: Pick<CheckRequest, 'urgency' | 'previous' | 'counterTo'>,
  caseOf: CasesByNumber,
): Promise<Accompanying> => ({
  ...(urgency ? { urgency: { ground: urgency.ground, reasons: urgency.reasons } } : {}),
  ...(previous === undefined ? {} : { previous: await caseNamed(previous, caseOf) }),
  ...(counterTo
    ? { counterTo: { caseId: await caseNamed(counterTo.case, caseOf), relation: counterTo.relation } }
    : {}),
});

/** What a grievance refers to outside the record, in the order of the grievance. */
export const referencesOf = ({ measures, claims, documents = [] }: Grievance): readonly ReferenceShown[] => [
  ...measures.flatMap(({ goods = [] }, at) =>
    goods.map((code, index) => ({ path: `/measures/${String(at)}/goods/${String(index)}`, ...goodsReference(code) })),
  ),
  ...claims.map(({ agreement, provision }, at) => ({
    path: `/claims/${String(at)}`,
    ...provisionReference(agreement, provision),
  })),
  ...documents.map((symbol, at) => ({ path: `/documents/${String(at)}`, ...documentReference(symbol) })),
];
