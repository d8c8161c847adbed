import { sha256 } from '@parley/event-store';
import { ProblemError, type AuthoredText } from '@parley/http';
import { canonicalJson, type Actor, type Instant, type IsoDate, type Sha256, type Text } from '@parley/kernel';
import { documentReference, goodsReference, provisionReference } from '@parley/procedure';
import type { IncomingFiling } from './file-case';
import type { Grievance } from './file-grievance.rules';
import type { FileCaseRequest } from './filing.request';
import type { ReferenceShown } from './filing.response';
import type { GrievanceRequest } from './grievance.request';
import { tooLong } from './filing.rules';

/** The grievance of a validated request. Field by field the same, so that both have one digest. */
export const grievanceOf = (request: GrievanceRequest): Grievance => ({
  subject: textsOf(request.subject),
  measures: request.measures.map(({ id, title, number, issuer, date, citation, endedOn, goods }) => ({
    id,
    title: textsOf(title),
    number,
    issuer,
    date: date as IsoDate,
    citation,
    ...(endedOn === undefined ? {} : { endedOn: endedOn as IsoDate }),
    ...(goods === undefined ? {} : { goods: goods.map(({ system, edition, code }) => ({ system, edition, code })) }),
  })),
  claims: request.claims.map(({ id, measure, agreement, provision, because, claimant }) => ({
    id,
    measure,
    agreement,
    ...(provision === undefined ? {} : { provision }),
    because: textsOf(because),
    ...(claimant === undefined ? {} : { claimant }),
  })),
  facts: textsOf(request.facts),
  remedy: textsOf(request.remedy),
  publicSummary: textsOf(request.publicSummary),
  ...(request.documents === undefined ? {} : { documents: request.documents }),
  ...(request.authority === undefined ? {} : { authority: request.authority }),
});

/** A grievance in the words of the API: the words in which it was sent. */
export const grievanceShown = (grievance: Grievance): GrievanceRequest => grievance;

/** SHA-256 of the canonical JSON of a grievance: what is certified, and what a receipt names. */
export const digestOf = (grievance: Grievance): Sha256 => sha256(canonicalJson(grievance));

export const textsOf = (texts: readonly AuthoredText[]): readonly Text[] =>
  texts.map(({ lang, text, kind, of }) => ({ lang, text, kind, ...(of === undefined ? {} : { of }) }));

/** Registration writes the grievance once more beside other things, and one append holds 1 MiB. */
const LONGEST_GRIEVANCE_BYTES = 512 * 1024;

/** A validated request as a filing. @throws ProblemError 422 when the grievance is too long as a whole */
export function incomingFiling(
  {
    grievance: sent,
    certification,
    contact,
  }: Pick<FileCaseRequest, 'grievance' | 'certification'> & Partial<FileCaseRequest>,
  actor: Extract<Actor, { kind: 'person' }>,
  receivedAt: Instant,
): IncomingFiling {
  const grievance = grievanceOf(sent);
  const canonical = canonicalJson(grievance);
  if (Buffer.byteLength(canonical) > LONGEST_GRIEVANCE_BYTES) throw ProblemError.refused(tooLong());
  const { digest, jws } = certification;
  return {
    actor,
    receivedAt,
    grievance,
    digest: sha256(canonical),
    certified: { digest: digest as Sha256, ...(jws === undefined ? {} : { jws }) },
    ...(contact ? { contact: { name: contact.name, reach: contact.reach } } : {}),
  };
}

/** What a grievance refers to outside the record, in the order in which it stands there. */
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
