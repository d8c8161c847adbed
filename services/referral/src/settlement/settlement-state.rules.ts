import type { Instant } from '@parley/kernel';
import { deed, lateEntriesAfter, withoutDeed, type RunningDeadline } from '@parley/procedure';
import { signatureOf, withoutSignature } from '../repudiation/repudiate-signature.rules';
import { moveClocks } from '../time/time.rules';
import { conciliatorsAfter, conciliatorsInWindow, conciliatorsOver } from './conciliators-state.rules';
import type { SettlementEvent } from './settlement-refusals.rules';
import {
  type Conciliation,
  type ConciliationEnd,
  type OwnSettlement,
  type TabledText,
} from './settlement-region.rules';

/**
 * What an event means for a settlement. It is total: an event that does not fit, or is not known, changes nothing. It
 * does not see what the other contexts have told; what a decision took from that stands in the event.
 */
export function evolve(state: OwnSettlement, event: SettlementEvent): OwnSettlement {
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
    case 'LateEntryClaimed':
    case 'LateEntryCounted':
    case 'LateEntryRefused':
    case 'LateEntryLapsed':
      return { ...moveClocks(state, event.data), lateEntries: lateEntriesAfter(state.lateEntries, event) };
    case 'DefaultSetAside': {
      const { deadline, enteredAt } = event.data;
      return proved(awaitedAgain(state, deadline), deadline, enteredAt);
    }
    case 'ConciliatorPicked':
    case 'ConciliatorsAppointed':
    case 'ConciliatorsLacking':
      return { ...moveClocks(state, event.data), conciliators: conciliatorsAfter(state.conciliators, event) };
    case 'ConciliatorAccepted':
    case 'ConciliatorWithdrew':
    case 'ConciliatorsProposalSigned':
    case 'ConciliatorsProposalPut':
    case 'ConciliatorsProposalServed':
      return { ...state, conciliators: conciliatorsAfter(state.conciliators, event) };
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
      const { n, by, party } = event.data;
      const signature = { by, party, at };
      const sign = (text: TabledText): TabledText =>
        text.n === n ? { ...text, signatures: [...text.signatures, signature] } : text;
      const signed = deed(signatureOf(n), 'settlement-signature', party, by, at);
      return { ...state, texts: state.texts.map(sign), deeds: [...state.deeds, signed] };
    }
    case 'ActRepudiated': {
      const { act, party } = event.data;
      const deeds = withoutDeed(state.deeds, act, party);
      return withoutSignature({ ...moveClocks(state, event.data), deeds }, event);
    }
    case 'SettlementSigned': {
      const { n, digest, phase, obligations } = event.data;
      const settled = { n, at, digest, phase, obligations };
      return { ...over(moveClocks(state, event.data), { how: 'settled', at }), region: 'settled', settled };
    }
    case 'SettlementWindowOpened': {
      const [window] = event.data.opens;
      if (!window) return state;
      const conciliators = conciliatorsInWindow(state.conciliators, at);
      return {
        ...over(moveClocks(state, event.data), { how: 'window-opened', at }),
        conciliators,
        region: 'window',
        window,
      };
    }
    case 'SettlementWindowLapsed':
      return clearTable({ ...withoutConciliators(moveClocks(state, event.data), at), region: 'lapsed' });
    case 'SettlementOpenedAgain': {
      const { window: _window, ...rest } = clearTable(withoutConciliators(moveClocks(state, event.data), at));
      return { ...rest, region: 'idle' };
    }
    default:
      return unknownEvent(event, state);
  }
}

/** Deadlines that are kept after they stop running are kept at their new end. */
function movedByOutage(state: OwnSettlement, opens: readonly RunningDeadline[]): OwnSettlement {
  const moved = (deadline: RunningDeadline): RunningDeadline => opens.find(({ id }) => id === deadline.id) ?? deadline;
  const conciliations = state.conciliations.map((conciliation) => ({
    ...conciliation,
    answer: moved(conciliation.answer),
  }));
  const conciliators = state.conciliators.map((one) => ({ ...one, due: moved(one.due) }));
  return { ...state, conciliations, conciliators, ...(state.window ? { window: moved(state.window) } : {}) };
}

const unknownEvent = (_event: never, state: OwnSettlement): OwnSettlement => state;

const changed = (state: OwnSettlement, n: number, change: (one: Conciliation) => Conciliation): OwnSettlement => ({
  ...state,
  conciliations: state.conciliations.map((one) => (one.n === n ? change(one) : one)),
});

const withoutConciliators = (state: OwnSettlement, at: Instant): OwnSettlement => ({
  ...state,
  conciliators: conciliatorsOver(state.conciliators, at),
});

/** The conciliation or proposal under way ends, and the conciliators have done. There is at most one. */
const over = (state: OwnSettlement, end: ConciliationEnd): OwnSettlement => ({
  ...withoutConciliators(state, end.at),
  conciliations: state.conciliations.map((one) => (one.end ? one : { ...one, end })),
});

function clearTable(state: OwnSettlement): OwnSettlement {
  const { onTheTable: _text, ...rest } = state;
  return rest;
}

/** A proposal is open again: the record that it was not answered is set aside. */
export const awaitedAgain = <State extends OwnSettlement>(state: State, deadlineId: string): State => ({
  ...state,
  conciliations: state.conciliations.map((one) => (one.answer.id === deadlineId ? withoutEnd(one) : one)),
});

function withoutEnd({ end: _setAside, ...conciliation }: Conciliation): Conciliation {
  return conciliation;
}

/** Nobody could know of the acceptance before it counted. */
const proved = (state: OwnSettlement, deadlineId: string, provedAt: Instant): OwnSettlement => ({
  ...state,
  conciliations: state.conciliations.map((one) => (one.answer.id === deadlineId ? { ...one, provedAt } : one)),
});
