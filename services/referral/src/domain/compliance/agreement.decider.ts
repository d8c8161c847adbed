import { accept, refuse, type Decider, type Decision, type Instant } from '@parley/kernel';
import type { Clocks, ClocksOf } from '@parley/procedure';
import { noteCalendar } from '../calendar/note-calendar.decide';
import { noteOutage } from '../outage/note-outage.decide';
import type { AgreementCommand } from './agreement-commands';
import type { AgreementEvent } from './agreement-events';
import { noAgreement, type AgreementInForce, type AgreementState } from './agreement-state';
import { evolve } from './agreement.evolve';
import { complianceRefusals as refusals } from './compliance-refusals';
import { enterStatusReport } from './enter-report.decide';
import { enterSettlement } from './enter-settlement.decide';
import { acceptDate, proposeDate } from './move-date.decide';
import { noticeNonPerformance } from './non-performance.decide';
import { declineAgreement, proposeAgreement, signAgreement } from './register.decide';
import { reviewByDefault } from './review.decide';
import { giveStatusReport, reportByDefault } from './status-report.decide';
import { obligationByDefault, verifyObligation } from './verification.decide';

type ComplianceAct = Extract<
  AgreementCommand,
  {
    type:
      | 'GiveStatusReport'
      | 'EnterStatusReport'
      | 'VerifyObligation'
      | 'ProposeDate'
      | 'AcceptDate'
      | 'NoticeNonPerformance';
  }
>;

/** S13: what a settlement, or an agreement entered in the register, obliges to, until every obligation is fulfilled. */
export function agreementDecider(clocksOf: ClocksOf): Decider<AgreementCommand, AgreementState, AgreementEvent> {
  return {
    initial: noAgreement,
    evolve,
    pinned: (state) => ('ruleSetVersion' in state ? state.ruleSetVersion : undefined),
    decide(command, state): Decision<AgreementEvent> {
      switch (command.type) {
        case 'EnterSettlement':
          return enterSettlement(command, state, clocksOf);
        case 'ProposeAgreement':
          return proposeAgreement(command, state, clocksOf);
        case 'SignAgreement':
          return signAgreement(command, state, clocksOf);
        case 'DeclineAgreement':
          return declineAgreement(command, state);
        case 'ExpireDeadline':
          return state.status === 'in-force'
            ? expireDeadline(command.deadlineId, state, clocksOf(state.ruleSetVersion))
            : accept();
        case 'NoteOutage':
          return state.status === 'in-force' ? noteOutage(command, state, state.ruleSetVersion, clocksOf) : accept();
        case 'NoteCalendar':
          return state.status === 'in-force' ? noteCalendar(command, state, state.ruleSetVersion, clocksOf) : accept();
        default:
          if (state.status === 'none') return refuse(refusals.noAgreement);
          return state.status === 'in-force'
            ? actBehindDefaults(command, state, clocksOf(state.ruleSetVersion))
            : refuse(refusals.notInForce);
      }
    },
  };
}

/** What silence does, as of the expiry; a deadline that no longer runs changes nothing (I-18). */
function expireDeadline(deadlineId: string, state: AgreementInForce, clocks: Clocks): Decision<AgreementEvent> {
  const deadline = state.running[deadlineId];
  switch (deadline?.clock) {
    case 'obligation':
      return obligationByDefault(deadlineId, state);
    case 'status-report':
      return reportByDefault(deadlineId, state);
    case 'compliance-review':
      return reviewByDefault(deadlineId, state, clocks);
    default:
      return accept();
  }
}

/** An act comes behind the defaults of all that had run out by then, though their timers may come later (I-18). */
function actBehindDefaults(command: ComplianceAct, state: AgreementInForce, clocks: Clocks): Decision<AgreementEvent> {
  const { events, state: then } = defaultsUntil(command.receivedAt, state, clocks);
  const decision = act(command, then, clocks);
  return decision.kind === 'refused' || decision.events.length === 0 ? decision : accept(...events, ...decision.events);
}

function act(command: ComplianceAct, state: AgreementInForce, clocks: Clocks): Decision<AgreementEvent> {
  if (state.fulfilledAt !== undefined) return refuse(refusals.allFulfilled);
  switch (command.type) {
    case 'GiveStatusReport':
      return giveStatusReport(command, state);
    case 'EnterStatusReport':
      return enterStatusReport(command, state);
    case 'VerifyObligation':
      return verifyObligation(command, state);
    case 'ProposeDate':
      return proposeDate(command, state, clocks);
    case 'AcceptDate':
      return acceptDate(command, state, clocks);
    case 'NoticeNonPerformance':
      return noticeNonPerformance(command, state);
  }
}

/** In order of expiry, each on what the one before it left. */
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
