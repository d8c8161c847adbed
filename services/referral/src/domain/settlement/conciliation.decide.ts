import { accept, refuse, type CaseParties, type Decision, type Instant, type PartyCode } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import type { AcceptConciliation, BreakOffConciliation, ProposeConciliation } from './settlement-commands';
import type {
  ConciliationBegun,
  ConciliationBrokenOff,
  ConciliationProposed,
  ConciliationUnanswered,
  SuspensionNoted,
} from './settlement-events';
import { settlementPhase } from './settlement-phase';
import { settlementRefusals } from './settlement-refusals';
import { standsStill, suspensionOf } from './standstill';
import { openConciliation, type Conciliation, type FiledSettlement } from './settlement-state';

export const answerDeadline = (n: number): string => `conciliation-answer:${String(n)}`;

export const isParty = (party: PartyCode | null, { complainant, respondent }: CaseParties): party is PartyCode =>
  party === complainant || party === respondent;

/**
 * S10: either party proposes to conciliate, at any time from S4 on. The other has its time to answer, and no clock of
 * the screening waits.
 */
export function proposeConciliation(
  { by, party, receivedAt }: ProposeConciliation,
  state: FiledSettlement,
  clocksOf: ClocksOf,
): Decision<ConciliationProposed | ConciliationUnanswered | SuspensionNoted> {
  if (!isParty(party, state.parties)) return refuse(settlementRefusals.notAParty);
  const phase = settlementPhase(state, receivedAt);
  if (phase.kind === 'refused') return phase;
  if (phase.kind === 'window') return refuse(settlementRefusals.windowOpen);
  const open = openConciliation(state);
  if (open && !isUnanswered(open, state, receivedAt)) return refuse(settlementRefusals.conciliationOpen);
  // One that ran out a moment ago ends as of its expiry first, though its timer may come later (I-18).
  const before = open ? [unanswered(open)] : [];
  const n = state.conciliations.length + 1;
  const answer = clocksOf(phase.registration.ruleSetVersion).start(
    'conciliation-answer',
    { event: 'ConciliationProposed', at: receivedAt },
    answerDeadline(n),
  );
  const proposed: ConciliationProposed = {
    type: 'ConciliationProposed',
    occurredAt: receivedAt,
    rule: 'S10',
    tier: 'PUBLIC',
    data: { n, by, party, opens: [answer], closes: [] },
  };
  return accept<ConciliationProposed | ConciliationUnanswered | SuspensionNoted>(
    ...before,
    proposed,
    ...suspensionOf(state.known, [answer], receivedAt),
  );
}

/** The other party accepts: from now on texts can be tabled. */
export function acceptConciliation(
  { by, party, receivedAt, n }: AcceptConciliation,
  state: FiledSettlement,
): Decision<ConciliationBegun> {
  if (!isParty(party, state.parties)) return refuse(settlementRefusals.notAParty);
  const proposal = state.conciliations.find((each) => each.n === n);
  if (!proposal) return refuse(settlementRefusals.noSuchConciliation);
  const phase = settlementPhase(state, receivedAt);
  if (phase.kind === 'refused') return phase;
  if (proposal.begunAt !== undefined && !proposal.end) return refuse(settlementRefusals.conciliationBegun);
  if (proposal.end || isUnanswered(proposal, state, receivedAt)) return refuse(settlementRefusals.conciliationOver);
  if (party === proposal.proposedBy) return refuse(settlementRefusals.ownProposal);
  return accept({
    type: 'ConciliationBegun',
    occurredAt: receivedAt,
    rule: 'S10',
    tier: 'PUBLIC',
    data: { n, by, party, opens: [], closes: [answerDeadline(n)] },
  });
}

/** Either party declines, takes back or breaks off; what was tabled meanwhile binds nobody. */
export function breakOffConciliation(
  { by, party, receivedAt, n }: BreakOffConciliation,
  state: FiledSettlement,
): Decision<ConciliationBrokenOff> {
  if (!isParty(party, state.parties)) return refuse(settlementRefusals.notAParty);
  const conciliation = state.conciliations.find((each) => each.n === n);
  if (!conciliation) return refuse(settlementRefusals.noSuchConciliation);
  if (conciliation.end || isUnanswered(conciliation, state, receivedAt))
    return refuse(settlementRefusals.conciliationOver);
  return accept({
    type: 'ConciliationBrokenOff',
    occurredAt: receivedAt,
    rule: 'S10',
    tier: 'PUBLIC',
    data: { n, by, party, opens: [], closes: Object.keys(state.running) },
  });
}

/** A proposal that nobody answered ends with its time, and the record says so. */
export function answerByDefault(deadlineId: string, state: FiledSettlement): Decision<ConciliationUnanswered> {
  const proposal = openConciliation(state);
  return proposal && proposal.begunAt === undefined && answerDeadline(proposal.n) === deadlineId
    ? accept(unanswered(proposal))
    : accept();
}

const unanswered = ({ n, answer }: Conciliation): ConciliationUnanswered => ({
  type: 'ConciliationUnanswered',
  occurredAt: answer.dueAt,
  rule: 'S10',
  tier: 'PUBLIC',
  data: { n, opens: [], closes: [answerDeadline(n)] },
});

const isUnanswered = ({ begunAt, answer }: Conciliation, { known }: FiledSettlement, at: Instant): boolean =>
  begunAt === undefined && at >= answer.dueAt && !standsStill(known, answer);
