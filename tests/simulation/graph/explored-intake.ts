import { plusMillis, type Instant, type PartyCode } from '@parley/kernel';
import type {
  CaseCommand,
  CaseState,
  CureDeficiency,
  FiledCase,
  FileReply,
} from '../../../services/intake/src/case/case-commands.rules';
import type { CaseEvent } from '../../../services/intake/src/case/case-events.rules';
import {
  complainant,
  decider,
  enteredLate,
  expire,
  filing,
  registry,
  reply,
  respondent,
} from '../../../services/intake/src/case/case-story.fixture';
import type { Matter } from '../../../services/intake/src/case/consent/proposal.rules';
import {
  propose,
  reopening,
  resumption,
  suspension,
} from '../../../services/intake/src/case/consent/consent-story.fixture';
import { timesOf, type Explored, type Try } from './explore';

const HOUR = 3_600_000;
const START = '2025-02-04T09:00:00.000Z' as Instant;

const exchangeOf = (state: CaseState): string => ('exchange' in state ? state.exchange.stage : 'none');

/** The complainant proposes, and the respondent signs what is open. */
function consent(state: FiledCase, at: Instant): readonly CaseCommand[] {
  const open = state.proposals.find(({ end }) => end === null);
  if (open)
    return [
      { type: 'SignProposal', ...respondent(at), signatories: 'parties', proposalId: open.id, digest: open.digest },
    ];
  return ([suspension(), resumption, reopening] satisfies Matter[]).map((matter) => propose(matter, at));
}

function cureAt(at: Instant): CureDeficiency {
  const { type: _, caseId: __, parties: ___, ...cure } = filing(at);
  return { type: 'CureDeficiency', ...cure };
}

/** A cure and a reply that came by another channel before the last thing that happened, and are entered now. */
const entered = (at: Instant, cameAt: Instant): readonly CaseCommand[] => [
  enteredLate(cureAt(cameAt), at),
  enteredLate(reply(cameAt) as FileReply, at),
];

function acts(state: FiledCase, at: Instant): readonly CaseCommand[] {
  return [
    { type: 'FindComplete', ...registry(at) },
    { type: 'IssueDeficiencyNotice', ...registry(at) },
    cureAt(at),
    ...entered(at, plusMillis(at, -2 * HOUR)),
    { type: 'RegisterCase', docketNumber: 'CN-2025-0001', casesAtOnce: 1, completeAt: at },
    { type: 'WithdrawGrievance', ...complainant(at) },
    { type: 'WithdrawClaims', ...complainant(at), claims: ['C1'] },
    reply(at),
    { type: 'OfferCall', ...respondent(at), proposedFor: at },
    { type: 'EscalateConsultations', ...complainant(at) },
    { type: 'ConcludeConsultations', ...complainant(at) },
    { type: 'ConcludeConsultations', ...respondent(at) },
    { type: 'GiveResumptionNotice', ...respondent(at) },
    ...consent(state, at),
  ];
}

const told = (at: Instant): readonly CaseCommand[] => [
  { type: 'NotePanelOutcome', outcome: 'findings', at, eventId: 'e' },
  { type: 'NotePanelOutcome', outcome: 'roster-exhausted', sides: [], at, eventId: 'e' },
  { type: 'NoteSettlement', at, eventId: 'e' },
  { type: 'NoteSettlementUndone', repudiated: { at, party: 'US' as PartyCode }, eventId: 'e' },
];

function tries(state: CaseState, now: Instant): readonly Try<CaseCommand>[] {
  const each = (commands: readonly CaseCommand[], at: Instant | undefined) =>
    at === undefined ? [] : commands.map((command) => ({ command, at }));
  if (state.status === 'unfiled') return each([filing(now), filing(now, { remedy: [] })], now);
  const { next, soon, blink } = timesOf(Object.values(state.running), now);
  // Acts in other contexts from before the end or the suspension that are heard of after it.
  const since =
    state.status === 'ended' ? state.endedAt : state.status === 'suspended' ? state.suspension.at : undefined;
  const earlier = since ? [...told(plusMillis(since, -1)), ...told(plusMillis(since, 2 * HOUR))] : [];
  return [
    ...each(soon ? [...acts(state, soon), ...told(soon)] : [], soon),
    ...each(blink ? [...acts(state, blink), ...told(blink)] : [], blink),
    ...each(earlier, now),
    ...each(next ? [expire(next.id)] : [], next?.dueAt),
  ];
}

/** Screening and exchange, S0 to S5 and S11. */
export const exploredIntake: Explored<CaseCommand, CaseState, CaseEvent> = {
  decider,
  start: START,
  tries,
  likeness(state) {
    if (state.status === 'unfiled') return state.status;
    const open = state.proposals.filter(({ end }) => end === null).map(({ matter }) => matter.kind);
    const ended = state.status === 'ended' ? [state.outcome, state.endedBy.kind, state.registration !== undefined] : [];
    const clocks = Object.keys(state.running).map((id) => id.split(':')[0]);
    return JSON.stringify([
      state.status,
      exchangeOf(state),
      state.cures,
      state.grievance.remedy.length,
      open,
      state.proposals.length > 2,
      ended,
      [...new Set(clocks)].toSorted(),
    ]);
  },
};
