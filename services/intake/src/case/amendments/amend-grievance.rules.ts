import { accept, canonicalJson, refuse, refuseAll, type Decision, type Instant, type PersonId } from '@parley/kernel';
import { dayEnd, plusDays, seatDate, type Clocks, type Happening } from '@parley/procedure';
import type { FiledCase, RegisteredCase } from '../case-commands.rules';
import type { CaseEvent } from '../case-events.rules';
import { changeRefusals, commonRefusals } from '../common-refusals.rules';
import { checkCompleteness } from '../completeness/check-completeness.rules';
import { defaultIsPending, type Consent, type Matter } from '../consent/proposal.rules';
import { isParty } from '../consultations/consultations.rules';
import { faultsOfFiling, referenceFaults } from '../filing/faults-of-grievance.rules';
import { certificationFault } from '../filing/filing.rules';
import { publicMatter } from '../filing/public-matter.rules';
import { whoseMeasureFaults } from '../filing/whose-measure.rules';
import { hasInterimBy } from '../outcome/review.rules';
import { barFaults } from '../refiling/refiling.rules';
import {
  amendmentClocks,
  consultationsOf,
  LETTERS,
  replyOf,
  type AmendedFiling,
  type Amendment,
  type AmendGrievance,
  type AmendmentKind,
  type AnswerAmendment,
  type ClaimChanges,
  type AmendmentsCommand,
} from './amendments.rules';
import { amendmentsRefusals, claimChanges, claimOfOtherFault } from './claim-of-other-fault.rules';
import { timeForClaimsFault } from './time-for-claims.rules';
import { notWhileSuspended, type DecidersOf } from '../while-suspended.rules';

/**
 * Adds or revises claims as both parties agree: late ones of the complainant, which are no new case even so (I-24), or
 * ones of the respondent, so that one case holds the measures of both. The party that certified them added them. The
 * other one's signature is its consent to their being filed again, too (I-68).
 */
export function amendByConsent(
  matter: Extract<Matter, { kind: 'supplement' | 'replacement' | 'joinder' }>,
  { at, proposalId }: Consent,
  state: FiledCase,
  clocks: Clocks,
) {
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  if (state.status !== 'registered') return notOpen(state);
  const { by } = matter.certification;
  const refused = certificationFault(matter) ?? refuseAll(referenceFaults(matter.grievance, at));
  return refused ?? amend(matter, { by, at, kind: matter.kind, proposalId }, state, clocks);
}

/** Each amendment writes the whole grievance once more. More of them would be another record beside the record. */
const MOST_AMENDMENTS = 50;

/** Who amends, when, and by which proposal, if both parties signed one. */
interface Amending {
  readonly by: PersonId;
  readonly at: Instant;
  readonly kind: AmendmentKind;
  readonly proposalId: string | null;
  /** The correction that became this amendment when the other party objected to it. */
  readonly objectedTo?: string;
}

/**
 * The complainant amends a grievance. Until it is found complete the new text stands in the place of the old. Once it
 * is registered a supplement adds claims, which get clocks of their own; a replacement revises claims, and resets only
 * the clocks of what it replaces. The docket number stays (I-24).
 */
export function amendGrievance(command: AmendGrievance, state: FiledCase, clocks: Clocks) {
  const { by, party, receivedAt, kind } = command;
  if (party !== state.parties.complainant) return refuse(commonRefusals.notComplainant);
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  if (defaultIsPending(state, receivedAt)) return refuse(commonRefusals.defaultPending);
  const refused = certificationFault(command) ?? refuseAll(faultsOf(command, state));
  if (refused) return refused;
  if (state.status === 'filed') return amendFiling(command, state);
  return state.status !== 'registered'
    ? notOpen(state)
    : amend(command, { by, at: receivedAt, kind, proposalId: null }, state, clocks);
}

const faultsOf = (amended: AmendGrievance, { status, parties, grievance: held }: FiledCase) =>
  status === 'filed'
    ? faultsOfFiling(amended, parties, held)
    : [
        ...referenceFaults(amended.grievance, amended.receivedAt),
        ...barFaults(amended.grievance, amended.barred, held),
      ];

/**
 * A filing that was not found complete yet is checked as it stands at last, defects of form and all. No clock moves,
 * and both sides have notice.
 */
function amendFiling({ by, receivedAt, grievance, certification, receipt }: AmendGrievance, state: FiledCase) {
  if (state.filingsAmended >= MOST_AMENDMENTS) return refuse(amendmentsRefusals.tooManyAmendments);
  if (canonicalJson(grievance) === canonicalJson(state.grievance))
    return refuse(amendmentsRefusals.amendmentChangesNothing, '/grievance');
  const n = state.filingsAmended + 1;
  return accept<CaseEvent>({
    type: 'FilingAmended',
    occurredAt: receivedAt,
    rule: 'S2',
    tier: 'PARTIES',
    data: { n, by, grievance, certification, receipt, opens: [], closes: [] },
  });
}

/** Why a case that is not registered, or stands still, is not amended. */
export const notOpen = ({ status }: FiledCase) =>
  refuse(status === 'suspended' ? changeRefusals.suspended : amendmentsRefusals.amendmentBeforeRegistration);

/** The events of an amendment, or why it is refused. */
export function amend(filing: AmendedFiling, made: Amending, state: RegisteredCase, clocks: Clocks) {
  if (state.amendments.length >= MOST_AMENDMENTS) return refuse(amendmentsRefusals.tooManyAmendments);
  const changes = claimChanges(state.grievance, filing.grievance);
  const { grievance, certification, receipt } = filing;
  const { by, at, kind, proposalId, objectedTo } = made;
  const amendmentId = `${LETTERS[kind]}${String(state.amendments.filter((each) => each.kind === kind).length + 1)}`;
  const times = amendmentClocks({ amendmentId, kind }, changes, at, state, clocks);
  const fault = amendmentFault(filing, changes, made, state, clocks) ?? timeForClaimsFault(times.opens, state, clocks);
  if (fault) return fault;
  const amended: CaseEvent = {
    type: 'GrievanceAmended',
    occurredAt: at,
    rule: 'I-24',
    tier: 'PUBLIC',
    data: {
      ...{ amendmentId, kind, by, ...changes, proposalId },
      ...(objectedTo === undefined ? {} : { objectedTo }),
      ...publicMatter(grievance, state.parties),
      ...times,
    },
  };
  const served: CaseEvent = {
    type: 'AmendmentServed',
    occurredAt: at,
    rule: 'I-24',
    tier: 'PANEL',
    data: { amendmentId, kind, grievance, certification, receipt, opens: [], closes: [] },
  };
  return accept<CaseEvent>(amended, served);
}

function amendmentFault(
  { grievance }: AmendedFiling,
  changes: ClaimChanges,
  { kind, at, proposalId }: Amending,
  state: RegisteredCase,
  clocks: Clocks,
) {
  // A replacement could take out what the interim text holds against it, and the panel decides no claim unanswered.
  if (kind !== 'joinder' && hasInterimBy(state, at)) return refuse(amendmentsRefusals.amendedAfterInterim);
  const [defect] = checkCompleteness({ grievance, contact: state.contact }).filter(
    ({ code }) => code !== 'contact-missing',
  );
  if (defect) return refuse(amendmentsRefusals.amendmentIncomplete, `/grievance${defect.path}`);
  const again = grievance.claims.findIndex(({ id }) => state.goneClaims.includes(id));
  if (again >= 0) return refuse(amendmentsRefusals.claimIdGone, `/grievance/claims/${String(again)}/id`);
  const side = kind === 'joinder' ? 'respondent' : 'complainant';
  const foreign =
    claimOfOtherFault(side, grievance, state.grievance, changes) ??
    refuseAll(whoseMeasureFaults(grievance, state.parties));
  if (foreign) return foreign;
  if (kind !== 'replacement') {
    if (changes.replaced.length + changes.dropped.length > 0)
      return refuse(amendmentsRefusals.supplementReplaces, '/grievance/claims');
    if (changes.added.length === 0) return refuse(amendmentsRefusals.supplementAddsNothing, '/grievance/claims');
  }
  if (canonicalJson(grievance) === canonicalJson(state.grievance))
    return refuse(amendmentsRefusals.amendmentChangesNothing, '/grievance');
  if (proposalId !== null || !isLate(at, state, clocks)) return undefined;
  return refuse(kind === 'replacement' ? amendmentsRefusals.replacementLate : amendmentsRefusals.supplementLate);
}

/** After this day from registration, claims are added or revised only with the other party's consent. */
function isLate(at: Instant, { registration }: RegisteredCase, { ruleSet: { seat, supplement } }: Clocks): boolean {
  return at >= dayEnd(plusDays(seatDate(registration.registeredAt, seat), supplement.untilDay), seat);
}

/** The other party answers what an amendment added or replaced, in the time of that amendment. */
export function answerAmendment(command: AnswerAmendment, state: FiledCase, clocks: Clocks) {
  const { by, party, receivedAt, amendmentId, counterStatements } = command;
  if (!isParty(state, party)) return refuse(commonRefusals.notAParty);
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  const amendment = state.amendments.find(({ id }) => id === amendmentId);
  if (!amendment) return refuse(changeRefusals.unknownAmendment);
  if (amendment.kind === 'joinder' ? party !== state.parties.complainant : party !== state.parties.respondent) {
    return refuse(amendment.kind === 'joinder' ? commonRefusals.notComplainant : commonRefusals.notRespondent);
  }
  const due = state.running[replyOf(amendmentId)];
  if (amendment.stage !== 'awaiting-reply' || !due)
    return refuse(amendment.answer === 'unanswered' ? commonRefusals.replyLate : commonRefusals.notAwaitingReply);
  if (receivedAt >= due.dueAt) return refuse(commonRefusals.replyLate);
  const foreign = counterStatements.findIndex(({ claim }) => !amendment.claims.includes(claim));
  if (foreign >= 0) return refuse(amendmentsRefusals.claimNotAmended, `/counterStatements/${String(foreign)}/claim`);
  return accept<CaseEvent>({
    type: 'AmendmentAnswered',
    occurredAt: receivedAt,
    rule: 'S4',
    tier: 'PANEL',
    data: {
      amendmentId,
      kind: amendment.kind,
      by,
      counterStatements,
      ...onTo(amendmentId, { event: 'AmendmentAnswered', at: receivedAt }, clocks),
    },
  });
}

/** Nobody answered. The claims stand unanswered and go on to consultations of their own. */
export const amendmentReplyByDefault = (
  { id: amendmentId, kind }: Amendment,
  expiry: Instant,
  clocks: Clocks,
): Decision<CaseEvent> =>
  accept({
    type: 'AmendmentReplyLapsed',
    occurredAt: expiry,
    rule: 'S4',
    tier: 'PUBLIC',
    data: {
      amendmentId,
      kind,
      ...onTo(amendmentId, { event: 'AmendmentReplyLapsed', at: expiry, kind: 'expiry' }, clocks),
    },
  });

/** The time of consultations on the claims of an amendment is over. */
export const amendmentConsultationsByDefault = (
  { id: amendmentId, kind }: Amendment,
  expiry: Instant,
): Decision<CaseEvent> =>
  accept({
    type: 'AmendmentConsultationsClosed',
    occurredAt: expiry,
    rule: 'S5',
    tier: 'PUBLIC',
    data: { amendmentId, kind, opens: [], closes: [consultationsOf(amendmentId)] },
  });

const onTo = (amendmentId: string, trigger: Happening, clocks: Clocks) => ({
  opens: [clocks.start('consultations', trigger, consultationsOf(amendmentId))],
  closes: [replyOf(amendmentId)],
});

export const amendmentActs = {
  AmendGrievance: notWhileSuspended(amendGrievance),
  AnswerAmendment: notWhileSuspended(answerAmendment),
} satisfies DecidersOf<AmendmentsCommand>;
