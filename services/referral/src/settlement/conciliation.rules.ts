import { accept, refuse, type CaseParties, type Decision, type Instant, type PartyCode } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { clocksIn } from '../referral/known-case.rules';
import { onward, standsStill, standstillOf } from './note-screening.rules';
import {
  settlementPhase,
  settlementRefusals,
  type ConciliationBegun,
  type ConciliationBrokenOff,
  type ConciliationProposed,
  type ConciliationUnanswered,
  type SettlementEvent,
} from './settlement-refusals.rules';
import {
  openConciliation,
  type AcceptConciliation,
  type BreakOffConciliation,
  type Conciliation,
  type FiledSettlement,
  type ProposeConciliation,
} from './settlement-region.rules';

export const answerDeadline = (n: number): string => `conciliation-answer:${String(n)}`;

export const isParty = (party: PartyCode | null, { complainant, respondent }: CaseParties): party is PartyCode =>
  party === complainant || party === respondent;

/**
 * S10: either party proposes to conciliate, at any time from S4 on. The other party has a time to answer. No clock of
 * the screening waits for it.
 */
export function proposeConciliation(
  { by, party, receivedAt }: ProposeConciliation,
  state: FiledSettlement,
  clocksOf: ClocksOf,
) {
  if (!isParty(party, state.parties)) return refuse(settlementRefusals.notAParty);
  const phase = settlementPhase(state, receivedAt);
  if (phase.kind === 'refused') return phase;
  if (phase.kind === 'window') return refuse(settlementRefusals.windowOpen);
  // A proposal whose time has run out stays open until that is on record, because an acceptance in time may still be
  // under way (I-19).
  if (openConciliation(state)) return refuse(settlementRefusals.conciliationOpen);
  const n = state.conciliations.length + 1;
  const answer = clocksIn(phase.registration, clocksOf).start(
    'conciliation-answer',
    { event: 'ConciliationProposed', at: receivedAt },
    answerDeadline(n),
    party === state.parties.complainant ? state.parties.respondent : state.parties.complainant,
  );
  const proposed: ConciliationProposed = {
    type: 'ConciliationProposed',
    occurredAt: receivedAt,
    rule: 'S10',
    tier: 'PUBLIC',
    data: { n, by, party, opens: [answer], closes: [] },
  };
  return accept<SettlementEvent>(proposed, ...standstillOf(onward(state, [proposed]), clocksOf));
}

/** The other party accepts: from now on texts can be tabled. */
export function acceptConciliation({ by, party, receivedAt, n }: AcceptConciliation, state: FiledSettlement) {
  if (!isParty(party, state.parties)) return refuse(settlementRefusals.notAParty);
  const proposal = state.conciliations.find((each) => each.n === n);
  if (!proposal) return refuse(settlementRefusals.noSuchConciliation);
  const phase = settlementPhase(state, receivedAt);
  if (phase.kind === 'refused') return phase;
  if (proposal.begunAt !== undefined && !proposal.end) return refuse(settlementRefusals.conciliationBegun);
  if (proposal.end || isUnanswered(proposal, state, receivedAt)) return refuse(settlementRefusals.conciliationOver);
  if (party === proposal.proposedBy) return refuse(settlementRefusals.ownProposal);
  return accept<ConciliationBegun>({
    type: 'ConciliationBegun',
    occurredAt: receivedAt,
    rule: 'S10',
    tier: 'PUBLIC',
    data: { n, by, party, opens: [], closes: [answerDeadline(n)] },
  });
}

/** Either party declines, takes back or breaks off. Texts that were tabled meanwhile bind nobody. */
export function breakOffConciliation({ by, party, receivedAt, n }: BreakOffConciliation, state: FiledSettlement) {
  if (!isParty(party, state.parties)) return refuse(settlementRefusals.notAParty);
  const conciliation = state.conciliations.find((each) => each.n === n);
  if (!conciliation) return refuse(settlementRefusals.noSuchConciliation);
  if (conciliation.end || isUnanswered(conciliation, state, receivedAt))
    return refuse(settlementRefusals.conciliationOver);
  return accept<ConciliationBrokenOff>({
    type: 'ConciliationBrokenOff',
    occurredAt: receivedAt,
    rule: 'S10',
    tier: 'PUBLIC',
    data: { n, by, party, opens: [], closes: Object.keys(state.running) },
  });
}

/** A proposal that nobody answered ends with its time, and that is recorded. */
export function answerByDefault(deadlineId: string, state: FiledSettlement): Decision<ConciliationUnanswered> {
  const proposal = openConciliation(state);
  const isAwaited = proposal?.begunAt === undefined && proposal?.answer.id === deadlineId;
  return proposal && isAwaited && !standsStill(proposal.answer, state.told) ? accept(unanswered(proposal)) : accept();
}

const unanswered = ({ n, answer }: Conciliation): ConciliationUnanswered => ({
  type: 'ConciliationUnanswered',
  occurredAt: answer.dueAt,
  rule: 'S10',
  tier: 'PUBLIC',
  data: { n, opens: [], closes: [answerDeadline(n)] },
});

const isUnanswered = ({ begunAt, answer }: Conciliation, { told }: FiledSettlement, at: Instant): boolean =>
  begunAt === undefined && at >= answer.dueAt && !standsStill(answer, told);
