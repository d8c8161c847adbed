import { sha256 } from '@parley/event-store';
import { canonicalJson, refuse, type Actor, type Instant, type Sha256 } from '@parley/kernel';
import { ProblemError } from '@parley/http';
import type { IncomingFiling } from '../application/file-case.handler';
import { refusals } from '../domain/refusals';
import type { FileCaseRequest } from './file-case.request';
import { grievanceOf } from './grievance-mapping';

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
  if (Buffer.byteLength(canonical) > LONGEST_GRIEVANCE_BYTES)
    throw ProblemError.refused(refuse(refusals.tooLong, '/grievance'));
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
