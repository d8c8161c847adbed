import { accept, refuse, type Decision, type Instant } from '@parley/kernel';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import { refusals } from '../refusals';
import { countCalls } from './call';
import { callByDefault } from './calls.decide';
import type { ConcludeConsultations, EscalateConsultations } from './consultations-commands';
import type { ConclusionDeclared, ConsultationsClosed, ConsultationsEscalated } from './consultations-events';
import { callsOf, endOfConsultations, isInConsultations, isParty } from './in-consultations';
import { levelAbove, levelAt } from './level';

const about = (occurredAt: Instant) => ({ occurredAt, rule: 'S5', tier: 'PUBLIC' }) as const;

/** Either party takes the matter one level up; the other need not agree, because silence never blocks. */
export function escalate(
  { by, party, receivedAt }: EscalateConsultations,
  state: FiledCase,
): Decision<ConsultationsEscalated> {
  if (!isParty(state, party)) return refuse(refusals.notAParty);
  const end = endOfConsultations(state, receivedAt);
  if (!end || !isInConsultations(state)) return refuse(refusals.notInConsultations);
  const from = state.exchange.consultations.level;
  if (levelAt(state, from, receivedAt) !== from) return refuse(refusals.defaultPending);
  const to = levelAbove(from);
  if (!to) return refuse(refusals.highestLevel);
  // The time stays what it is; at the co-heads' level it stands in their agenda, too.
  const opens = to === 'coheads' ? [{ ...end, awaits: 'parties-and-coheads' } as const] : [];
  return accept({
    ...about(receivedAt),
    type: 'ConsultationsEscalated',
    data: { from, to, by, party, opens, closes: ['officials'] },
  });
}

/** The officials' time is over: the deputies go on. */
export function officialsByDefault(expiry: Instant, state: FiledCase): Decision<ConsultationsEscalated> {
  if (!isInConsultations(state)) return accept();
  const data = {
    from: 'officials',
    to: 'deputies',
    by: 'default',
    party: null,
    opens: [],
    closes: ['officials'],
  } as const;
  return accept({ ...about(expiry), type: 'ConsultationsEscalated', data });
}

/**
 * A party declares the consultations concluded. With both they end before their time, and no call that was offered for
 * later is counted against anybody. It comes after the defaults of calls whose time has passed (I-18).
 */
export function conclude({ by, party, receivedAt }: ConcludeConsultations, state: FiledCase): Decision<CaseEvent> {
  if (!isParty(state, party)) return refuse(refusals.notAParty);
  if (!endOfConsultations(state, receivedAt) || !isInConsultations(state)) return refuse(refusals.notInConsultations);
  const { concludedBy } = state.exchange.consultations;
  if (concludedBy.includes(party)) return refuse(refusals.concludedAlready);
  const declared: ConclusionDeclared = {
    ...about(receivedAt),
    tier: 'PARTIES',
    type: 'ConclusionDeclared',
    data: { party, by, opens: [], closes: [] },
  };
  if (concludedBy.length === 0) return accept(declared);
  const late = state.exchange.calls.some(
    ({ id, outcome }) => outcome === 'open' && receivedAt >= (state.running[id]?.dueAt ?? receivedAt),
  );
  if (late || levelAt(state, state.exchange.consultations.level, receivedAt) !== state.exchange.consultations.level)
    return refuse(refusals.defaultPending);
  return accept<CaseEvent>(declared, closed(null, receivedAt, state));
}

/**
 * S5 by time: what is left goes to the co-heads, and the screening goes on. A call whose time ends with it is
 * unanswered.
 */
export function consultationsByDefault(expiry: Instant, state: FiledCase): Decision<CaseEvent> {
  const unanswered = callsOf(state).flatMap(({ id }) => {
    const decision = callByDefault(id, expiry, state);
    return decision.kind === 'accepted' ? decision.events : [];
  });
  return accept<CaseEvent>(...unanswered, closed('coheads', expiry, state, unanswered.length));
}

function closed(escalatedTo: 'coheads' | null, at: Instant, state: FiledCase, unanswered = 0): ConsultationsClosed {
  const calls = callsOf(state);
  const ledger = countCalls(calls);
  const open = calls.filter(({ outcome }) => outcome === 'open').map(({ id }) => id);
  return {
    ...about(at),
    type: 'ConsultationsClosed',
    data: {
      escalatedTo,
      ledger: { ...ledger, unanswered: ledger.unanswered + unanswered },
      opens: [],
      closes: ['consultations', 'officials', ...open],
    },
  };
}
