import type { Instant } from '@parley/kernel';
import type { RunningDeadline } from '@parley/procedure';
import { moveClocks } from '../time/time.rules';
import type { SettlementEvent } from './settlement-refusals.rules';
import {
  WINDOW,
  type Conciliation,
  type ConciliationEnd,
  type FiledSettlement,
  type KnownOfCase,
  type SettlementFact,
  type SettlementState,
  type TabledText,
} from './settlement-region.rules';

/** What an event means for a settlement. Total: an event that does not fit, or is not known, leaves it as it is. */
export function evolve(state: SettlementState, event: SettlementEvent): SettlementState {
  if (event.type === 'SettlementFactNoted') return note(state, event.data.fact, event.occurredAt);
  if (state.status === 'unfiled') return state;
  const at = event.occurredAt;
  switch (event.type) {
    case 'ConciliationProposed': {
      const { n, party, opens } = event.data;
      const [answer] = opens;
      if (!answer) return state;
      const conciliations = [...state.conciliations, { n, proposedBy: party, proposedAt: at, answer }];
      return { ...moveClocks(state, event.data), conciliations };
    }
    case 'SuspensionNoted':
      return moveClocks(state, event.data);
    case 'ResumptionNoted':
    case 'OutageNoted':
    case 'CalendarNoted':
      return movedByOutage(moveClocks(state, event.data), event.data.opens);
    case 'ConciliationBegun':
      return changed({ ...moveClocks(state, event.data), region: 'conciliation' }, event.data.n, (open) => ({
        ...open,
        begunAt: at,
      }));
    case 'FallbackEntryMade':
      return state;
    case 'DefaultSetAside': {
      const { deadline, enteredAt } = event.data;
      const again = awaitedAgain(state, deadline);
      const proved = again.conciliations.map((one) =>
        one.answer.id === deadline ? { ...one, provedAt: enteredAt } : one,
      );
      return { ...again, conciliations: proved, ...(deadline === WINDOW ? { provedAt: enteredAt } : {}) };
    }
    case 'ConciliationUnanswered':
      return over(moveClocks(state, event.data), { how: 'unanswered', at });
    case 'ConciliationBrokenOff':
      return clearTable({
        ...over(moveClocks(state, event.data), { how: 'broken-off', at, by: event.data.party }),
        region: 'idle',
      });
    case 'ConciliationStopped':
      return clearTable({ ...over(moveClocks(state, event.data), { how: 'stopped', at }), region: 'idle' });
    case 'SettlementTextTabled': {
      const { n, by, party, digest, text } = event.data;
      return {
        ...state,
        texts: [...state.texts, { n, by, party, tabledAt: at, digest, text, signatures: [] }],
        onTheTable: n,
      };
    }
    case 'SettlementTextSigned': {
      const { n, by, party, jws } = event.data;
      const signature = { by, party, at, ...(jws === undefined ? {} : { jws }) };
      const sign = (text: TabledText): TabledText =>
        text.n === n ? { ...text, signatures: [...text.signatures, signature] } : text;
      return { ...state, texts: state.texts.map(sign) };
    }
    case 'SettlementSigned': {
      const { n, digest, phase, obligations } = event.data;
      const { provedAt } = state;
      const settled = { n, at, digest, phase, obligations, ...(provedAt === undefined ? {} : { provedAt }) };
      return { ...over(moveClocks(state, event.data), { how: 'settled', at }), region: 'settled', settled };
    }
    case 'SettlementWindowOpened': {
      const [window] = event.data.opens;
      if (!window) return state;
      return { ...over(moveClocks(state, event.data), { how: 'window-opened', at }), region: 'window', window };
    }
    case 'SettlementWindowLapsed': {
      const { onTheTable: leftOnTheTable } = state;
      return {
        ...clearTable({ ...moveClocks(state, event.data), region: 'lapsed' }),
        ...(leftOnTheTable === undefined ? {} : { leftOnTheTable }),
      };
    }
    case 'SettlementOpenedAgain': {
      const { window: _window, leftOnTheTable: _left, ...rest } = clearTable(moveClocks(state, event.data));
      return { ...rest, region: 'idle' };
    }
    default:
      return unknownEvent(event, state);
  }
}

/** The deadlines that are kept after they stop running are kept as they were moved. */
function movedByOutage(state: FiledSettlement, opens: readonly RunningDeadline[]): FiledSettlement {
  const moved = (deadline: RunningDeadline): RunningDeadline => opens.find(({ id }) => id === deadline.id) ?? deadline;
  const conciliations = state.conciliations.map((conciliation) => ({
    ...conciliation,
    answer: moved(conciliation.answer),
  }));
  return { ...state, conciliations, ...(state.window ? { window: moved(state.window) } : {}) };
}

const unknownEvent = (_event: never, state: SettlementState): SettlementState => state;

function note(state: SettlementState, fact: SettlementFact, at: Instant): SettlementState {
  if (fact.kind !== 'filed') return { ...state, known: add(state.known, fact, at) };
  if (state.status === 'filed') return state;
  return {
    status: 'filed',
    parties: fact.parties,
    known: state.known,
    region: 'idle',
    conciliations: [],
    texts: [],
    running: {},
  };
}

function add(known: KnownOfCase, fact: Exclude<SettlementFact, { kind: 'filed' }>, at: Instant): KnownOfCase {
  switch (fact.kind) {
    case 'registered': {
      const { kind: _, ...registration } = fact;
      return { ...known, registration };
    }
    case 'rules-adopted':
      return known.registration
        ? { ...known, registration: { ...known.registration, ruleSetVersion: fact.version } }
        : known;
    case 'long-stop-moved':
      return withLongStop(known, fact.longStop);
    case 'screening-suspended':
      return { ...known, suspended: { since: at } };
    case 'screening-resumed': {
      const { suspended: _over, ...rest } = known;
      return withLongStop(rest, fact.longStop);
    }
    case 'findings-issued':
      return { ...known, findings: { issuedAt: fact.issuedAt, by: fact.by } };
    case 'screening-ended':
      return { ...known, ended: { outcome: fact.outcome, endedAt: fact.endedAt } };
    case 'lapse-set-aside': {
      const { ended: _lapse, ...rest } = known;
      return rest;
    }
    case 'screening-reopened': {
      const { ended: _end, findings: _findings, suspended: _over, ...rest } = known;
      return withLongStop(rest, fact.longStop);
    }
    default:
      return unknownFact(fact, known);
  }
}

const withLongStop = (known: KnownOfCase, longStop: Instant | undefined): KnownOfCase =>
  known.registration && longStop !== undefined
    ? { ...known, registration: { ...known.registration, longStop } }
    : known;

const unknownFact = (_fact: never, known: KnownOfCase): KnownOfCase => known;

const changed = (state: FiledSettlement, n: number, change: (one: Conciliation) => Conciliation): FiledSettlement => ({
  ...state,
  conciliations: state.conciliations.map((one) => (one.n === n ? change(one) : one)),
});

/** What is under way ends; there is at most one. */
const over = (state: FiledSettlement, end: ConciliationEnd): FiledSettlement => ({
  ...state,
  conciliations: state.conciliations.map((one) => (one.end ? one : { ...one, end })),
});

function clearTable(state: FiledSettlement): FiledSettlement {
  const { onTheTable: _text, ...rest } = state;
  return rest;
}

/** A proposal is open once more: that it was not answered is set aside. */
export const awaitedAgain = (state: FiledSettlement, deadlineId: string): FiledSettlement => ({
  ...state,
  conciliations: state.conciliations.map((one) => (one.answer.id === deadlineId ? withoutEnd(one) : one)),
});

function withoutEnd({ end: _setAside, ...conciliation }: Conciliation): Conciliation {
  return conciliation;
}
