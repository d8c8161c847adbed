import {
  accept,
  canonicalJson,
  refuse,
  type Decision,
  type Instant,
  type PersonId,
  type Refused,
} from '@parley/kernel';
import { dayEnd, plusDays, seatDate, type Clocks } from '@parley/procedure';
import type { CaseEvent } from '../case-events';
import type { FiledCase, RegisteredCase } from '../case-state';
import { checkCompleteness } from '../completeness/check-completeness';
import { defaultIsPending } from '../consent/default-is-pending';
import { certificationFault } from '../filing/certification';
import { referenceFault } from '../filing/file-grievance.decide';
import { refusals } from '../refusals';
import { LETTERS, type AmendmentKind, type ClaimChanges } from './amendment';
import { claimOfOtherFault } from './claim-of-other-fault';
import type { AmendedFiling, AmendGrievance } from './amendments-commands';
import { amendmentClocks } from './amendment-clocks';
import { claimChanges } from './claim-changes';

/** Each amendment writes the whole grievance once more; more would be another record beside the record. */
const MOST_AMENDMENTS = 50;

/** Who amends, when, and through which proposal where both parties signed it. */
interface Amending {
  readonly by: PersonId;
  readonly at: Instant;
  readonly kind: AmendmentKind;
  readonly proposalId: string | null;
}

/**
 * The complainant amends a registered grievance: a supplement adds claims, which get clocks of their own; a replacement
 * revises, and only what it replaces is reset. The docket number stays (I-24).
 */
export function amendGrievance(command: AmendGrievance, state: FiledCase, clocks: Clocks): Decision<CaseEvent> {
  const { by, party, receivedAt, kind } = command;
  if (party !== state.parties.complainant) return refuse(refusals.notComplainant);
  if (state.status === 'ended') return refuse(refusals.screeningEnded);
  if (defaultIsPending(state, receivedAt)) return refuse(refusals.defaultPending);
  const fault = certificationFault(command) ?? referenceFault(command.grievance);
  if (fault) return fault;
  return amend(command, { by, at: receivedAt, kind, proposalId: null }, state, clocks);
}

/** What an amendment brings about, or why it cannot. */
export function amend(filing: AmendedFiling, made: Amending, state: FiledCase, clocks: Clocks): Decision<CaseEvent> {
  if (state.status !== 'registered')
    return refuse(state.status === 'suspended' ? refusals.suspended : refusals.amendmentBeforeRegistration);
  if (state.amendments.length >= MOST_AMENDMENTS) return refuse(refusals.tooManyAmendments);
  const changes = claimChanges(state.grievance, filing.grievance);
  const fault = amendmentFault(filing, changes, made, state, clocks);
  if (fault) return fault;
  const { grievance, certification, receipt } = filing;
  const { by, at, kind, proposalId } = made;
  const amendmentId = `${LETTERS[kind]}${String(state.amendments.filter((each) => each.kind === kind).length + 1)}`;
  const amended: CaseEvent = {
    type: 'GrievanceAmended',
    occurredAt: at,
    rule: 'I-24',
    tier: 'PUBLIC',
    data: {
      ...{ amendmentId, kind, by, ...changes, proposalId },
      claims: grievance.claims.map(({ id }) => id),
      subject: grievance.subject,
      publicSummary: grievance.publicSummary,
      ...amendmentClocks(amendmentId, changes, at, state, clocks),
    },
  };
  const served: CaseEvent = {
    type: 'AmendmentServed',
    occurredAt: at,
    rule: 'I-24',
    tier: 'PANEL',
    data: { amendmentId, grievance, certification, receipt, opens: [], closes: [] },
  };
  return accept<CaseEvent>(amended, served);
}

function amendmentFault(
  { grievance }: AmendedFiling,
  changes: ClaimChanges,
  { kind, at, proposalId }: Amending,
  state: RegisteredCase,
  clocks: Clocks,
): Refused | undefined {
  const [defect] = checkCompleteness({ grievance, contact: state.contact }).filter(
    ({ code }) => code !== 'contact-missing',
  );
  if (defect) return refuse(refusals.amendmentIncomplete, `/grievance${defect.path}`);
  const again = grievance.claims.findIndex(({ id }) => state.goneClaims.includes(id));
  if (again >= 0) return refuse(refusals.claimIdGone, `/grievance/claims/${String(again)}/id`);
  const foreign = claimOfOtherFault(
    kind === 'joinder' ? 'respondent' : 'complainant',
    grievance,
    state.grievance,
    changes,
  );
  if (foreign) return foreign;
  if (kind !== 'replacement') {
    if (changes.replaced.length + changes.dropped.length > 0)
      return refuse(refusals.supplementReplaces, '/grievance/claims');
    if (changes.added.length === 0) return refuse(refusals.supplementAddsNothing, '/grievance/claims');
  }
  if (canonicalJson(grievance) === canonicalJson(state.grievance))
    return refuse(refusals.amendmentChangesNothing, '/grievance');
  // A replacement that leaves the case with more claims than it had is a supplement by another name.
  const grows = changes.added.length > changes.dropped.length;
  return grows && proposalId === null && isLate(at, state, clocks) ? refuse(refusals.supplementLate) : undefined;
}

/** Up to this day from registration claims are added without the other party's consent. */
function isLate(at: Instant, { registration }: RegisteredCase, { ruleSet: { seat, supplement } }: Clocks): boolean {
  return at >= dayEnd(plusDays(seatDate(registration.registeredAt, seat), supplement.untilDay), seat);
}
