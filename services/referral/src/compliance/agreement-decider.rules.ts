import { accept, refuse, type Decider, type Decision, type Instant } from '@parley/kernel';
import { lapseLateEntry, type Clocks, type ClocksOf } from '@parley/procedure';
import { answerEntry, claimEntry, noteAgreementOutage } from './late-compliance.rules';
import { repudiateAgreementAct } from '../repudiation/repudiate-agreement-act.rules';
import { noteCalendar } from '../time/time.rules';
import {
  enterAgreement,
  type AgreementCommand,
  type EnterSettlement,
  type UndoSettlement,
} from './agreement-commands.rules';
import type { AgreementEntered, AgreementEvent, AgreementUndone } from './agreement-events.rules';
import { evolve } from './agreement-state.rules';
import { noAgreement, reviewByDefault, type AgreementInForce, type AgreementState } from './agreement.rules';
import { complianceRefusals as refusals } from './compliance.rules';
import { checkJointly, jointCheckByDefault } from './joint-check.rules';
import { noticeNonPerformance, obligationByDefault } from './overdue.rules';
import { acceptDate, declineAgreement, proposeAgreement, proposeDate, signAgreement } from './register.rules';
import { giveStatusReport, reportByDefault } from './status-report.rules';
import { verificationByDefault, verifyObligation } from './verification.rules';

/**
 * S13: what a settlement obliges to is tracked from the instant of its second signature. Told again, it is there
 * already.
 */
function enterSettlement(command: EnterSettlement, state: AgreementState, clocksOf: ClocksOf) {
  return state.status === 'none' || state.status === 'undone'
    ? accept<AgreementEntered>(enterAgreement(command, clocksOf(command.ruleSetVersion)))
    : accept();
}

/** I-67: what a settlement obliged to falls with it. What was reported and verified stays on record. */
const undoSettlement = ({ at, party, becauseOf }: UndoSettlement, state: AgreementState) =>
  state.status === 'in-force'
    ? accept<AgreementUndone>({
        type: 'AgreementUndone',
        occurredAt: at,
        rule: 'I-67',
        tier: 'PUBLIC',
        data: { party, becauseOf, opens: [], closes: Object.keys(state.running) },
      })
    : accept();

type ComplianceAct = Extract<
  AgreementCommand,
  {
    type:
      | 'GiveStatusReport'
      | 'ClaimLateEntry'
      | 'AnswerLateEntry'
      | 'VerifyObligation'
      | 'CheckJointly'
      | 'ProposeDate'
      | 'AcceptDate'
      | 'NoticeNonPerformance'
      | 'RepudiateAct';
  }
>;

/** S13: the obligations of a settlement or of an agreement in the register, until each of them is fulfilled. */
export function agreementDecider(clocksOf: ClocksOf): Decider<AgreementCommand, AgreementState, AgreementEvent> {
  return {
    initial: noAgreement,
    evolve,
    pinned: (state) => ('ruleSetVersion' in state ? state.ruleSetVersion : undefined),
    decide(command, state): Decision<AgreementEvent> {
      switch (command.type) {
        case 'EnterSettlement':
          return enterSettlement(command, state, clocksOf);
        case 'UndoSettlement':
          return undoSettlement(command, state);
        case 'ProposeAgreement':
          return proposeAgreement(command, state, clocksOf);
        case 'SignAgreement':
          return signAgreement(command, state, clocksOf);
        case 'DeclineAgreement':
          return declineAgreement(command, state);
        case 'RepudiateAct':
          return state.status === 'proposed'
            ? repudiateAgreementAct(command, state, clocksOf(state.ruleSetVersion))
            : actBehindDefaults(command, state, clocksOf);
        case 'ExpireDeadline':
          return state.status === 'in-force'
            ? expireDeadline(command.deadlineId, state, clocksOf(state.ruleSetVersion))
            : accept();
        case 'NoteOutage':
          return state.status === 'in-force' ? noteAgreementOutage(command, state, clocksOf) : accept();
        case 'NoteCalendar':
          return state.status === 'in-force' ? noteCalendar(command, state, state.ruleSetVersion, clocksOf) : accept();
        default:
          return actBehindDefaults(command, state, clocksOf);
      }
    },
  };
}

/** Decides what silence means, as of the expiry. A deadline that no longer runs changes nothing (I-18). */
function expireDeadline(deadlineId: string, state: AgreementInForce, clocks: Clocks): Decision<AgreementEvent> {
  const deadline = state.running[deadlineId];
  switch (deadline?.clock) {
    case 'obligation':
      return obligationByDefault(deadlineId, state);
    case 'status-report':
      return reportByDefault(deadlineId, state);
    case 'verification':
      return verificationByDefault(deadlineId, state);
    case 'joint-check':
      return jointCheckByDefault(deadlineId, state);
    case 'compliance-review':
      return reviewByDefault(deadlineId, state, clocks);
    case 'late-entry-answer':
      return lapseLateEntry(deadlineId, deadline.dueAt, state.lateEntries);
    default:
      return accept();
  }
}

/** Acts that may undo that all is fulfilled. */
const UNDOING: readonly ComplianceAct['type'][] = ['ClaimLateEntry', 'AnswerLateEntry', 'RepudiateAct'];

/** Why nothing of those can be done about an agreement: none is in force. */
export function lateEntryBar(state: AgreementState) {
  if (state.status === 'none') return refuse(refusals.noAgreement);
  return state.status === 'in-force' ? state : refuse(refusals.notInForce);
}

/** Why nothing can be done about an agreement: none is in force, or all of it is fulfilled. */
export function complianceBar(before: AgreementState) {
  const state = lateEntryBar(before);
  if ('kind' in state) return state;
  return state.fulfilledAt === undefined ? state : refuse(refusals.allFulfilled);
}

/**
 * Decides an act after the defaults of all deadlines that had run out by then, even if their timers fire later (I-18).
 */
function actBehindDefaults(
  command: ComplianceAct,
  before: AgreementState,
  clocksOf: ClocksOf,
): Decision<AgreementEvent> {
  const state = UNDOING.includes(command.type) ? lateEntryBar(before) : complianceBar(before);
  if ('kind' in state) return state;
  const clocks = clocksOf(state.ruleSetVersion);
  const { events, state: then } = defaultsUntil(command.receivedAt, state, clocks);
  const decision = act(command, then, clocks);
  return decision.kind === 'refused' || decision.events.length === 0 ? decision : accept(...events, ...decision.events);
}

function act(command: ComplianceAct, state: AgreementInForce, clocks: Clocks): Decision<AgreementEvent> {
  switch (command.type) {
    case 'GiveStatusReport':
      return giveStatusReport(command, state, clocks);
    case 'ClaimLateEntry':
      return claimEntry(command, state, clocks);
    case 'AnswerLateEntry':
      return answerEntry(command, state, clocks);
    case 'VerifyObligation':
      return verifyObligation(command, state, clocks);
    case 'CheckJointly':
      return checkJointly(command, state);
    case 'ProposeDate':
      return proposeDate(command, state, clocks);
    case 'AcceptDate':
      return acceptDate(command, state, clocks);
    case 'NoticeNonPerformance':
      return noticeNonPerformance(command, state);
    case 'RepudiateAct':
      return repudiateAgreementAct(command, state, clocks);
  }
}

/** Decides defaults in the order of their expiry, each on the state that the one before it left. */
function defaultsUntil(
  instant: Instant,
  state: AgreementInForce,
  clocks: Clocks,
): { readonly events: readonly AgreementEvent[]; readonly state: AgreementInForce } {
  const [first] = Object.values(state.running)
    .filter(({ dueAt }) => dueAt <= instant)
    .toSorted((one, other) => compare(one.dueAt, other.dueAt) || compare(one.id, other.id));
  if (!first) return { events: [], state };
  const decision = expireDeadline(first.id, state, clocks);
  const next = decision.kind === 'accepted' ? decision.events.reduce<AgreementState>(evolve, state) : state;
  if (decision.kind === 'refused' || decision.events.length === 0 || next.status !== 'in-force')
    return { events: [], state };
  const rest = defaultsUntil(instant, next, clocks);
  return { events: [...decision.events, ...rest.events], state: rest.state };
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
