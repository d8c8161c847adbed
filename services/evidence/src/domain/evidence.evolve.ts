import type { Instant } from '@parley/kernel';
import { lapsedAfter, type MovesClocks, runningAfter } from '@parley/procedure';
import { evolveExhibit } from './exhibit.evolve';
import type { EvidenceEvent, ExhibitEvent } from './exhibit-events';
import { evolveFallback } from './fallback/fallback.evolve';
import type { ReviewEndNoted } from './loans/loan-events';
import { recalled } from './loans/loan.evolve';
import type { SuspensionNoted } from './standstill/standstill-events';
import type { EvidenceState, KnownCase } from './evidence-state';

/**
 * What an event means for the evidence of a case. Total: an event that does not fit, or is not known, leaves it as it
 * is.
 */
export function evolve(state: EvidenceState, event: EvidenceEvent): EvidenceState {
  if (event.type === 'PanelNoted') return { ...state, panel: event.data.members };
  if (state.status === 'unknown') return event.type === 'CaseOpened' ? opened(state, event.data.parties) : state;
  switch (event.type) {
    case 'CaseOpened':
      return state;
    case 'RegistrationNoted':
      return { ...state, registration: event.data };
    case 'ClaimsNoted':
      return { ...state, claims: event.data.claims };
    case 'ScreeningEndNoted':
      return { ...state, status: 'ended', endedAt: event.occurredAt };
    case 'LapseSetAsideNoted':
      return reopened(state);
    case 'LongStopNoted':
      return withLongStop(state, event.data.longStop);
    case 'SuspensionNoted':
      return stoodStill(withLongStop(state, null), event);
    case 'ResumptionNoted':
      return { ...moveClocks(withLongStop(state, event.data.longStop), event.data), suspendedAt: null, standing: {} };
    case 'OutageNoted':
    case 'CalendarNoted': {
      const { longStop } = event.data;
      return moveClocks(longStop === null ? state : withLongStop(state, longStop), event.data);
    }
    case 'RulesNoted':
      return state.registration
        ? { ...state, registration: { ...state.registration, ruleSetVersion: event.data.to } }
        : state;
    case 'PersonHeardNoted':
      return { ...state, heard: [...state.heard, event.data] };
    case 'ReviewEndNoted':
      return hearingEnded(moveClocks(state, event.data), event);
    case 'ReopeningNoted':
      return reopened(withLongStop(state, event.data.longStop));
    case 'FallbackEntryMade':
    case 'DefaultSetAside':
      return evolveFallback(state, event);
    default:
      return evolveExhibit(heardOf(state, event), event);
  }
}

const opened = ({ panel }: EvidenceState, parties: KnownCase['parties']): EvidenceState => ({
  status: 'open',
  parties,
  registration: null,
  claims: null,
  panel,
  exhibits: new Map(),
  documents: new Map(),
  heard: [],
  reviewEndedAt: null,
  suspendedAt: null,
  standing: {},
  running: {},
  lapsed: {},
});

const withLongStop = <Case extends KnownCase>(state: Case, longStop: Instant | null): Case =>
  state.registration ? { ...state, registration: { ...state.registration, longStop } } : state;

const reopened = ({
  parties,
  registration,
  claims,
  panel,
  exhibits,
  documents,
  heard,
  reviewEndedAt,
  suspendedAt,
  standing,
  running,
  lapsed,
}: KnownCase): EvidenceState => ({
  status: 'open',
  parties,
  registration,
  claims,
  panel,
  exhibits,
  documents,
  heard,
  reviewEndedAt,
  suspendedAt,
  standing,
  running,
  lapsed,
});

function hearingEnded(state: KnownCase, { occurredAt: at, data: { closes } }: ReviewEndNoted): KnownCase {
  const exhibits = [...state.exhibits].map(
    ([number, exhibit]) =>
      [number, { ...exhibit, loans: recalled(exhibit, { at, by: 'end-of-review' }, closes) }] as const,
  );
  return { ...state, exhibits: new Map(exhibits), reviewEndedAt: at };
}

/** What stops by the suspension is kept, to go on later. */
function stoodStill(state: KnownCase, { occurredAt, data: { closes } }: SuspensionNoted): KnownCase {
  const stopped = closes.flatMap((id) => state.running[id] ?? []).map((deadline) => [deadline.id, deadline] as const);
  const { running } = moveClocks(state, { closes });
  return {
    ...state,
    running,
    suspendedAt: state.suspendedAt ?? occurredAt,
    standing: { ...state.standing, ...Object.fromEntries(stopped) },
  };
}

/** With its clocks as an event moves them, and what is kept of those that ended unheard. */
function heardOf(state: KnownCase, { data, occurredAt: at }: ExhibitEvent): KnownCase {
  const { opens = [], closes = [] }: Partial<MovesClocks> = 'closes' in data ? data : {};
  if (opens.length === 0 && closes.length === 0) return state;
  return {
    ...moveClocks(state, { opens, closes }),
    lapsed: lapsedAfter(state.lapsed, state.running, { opens, closes, at }),
  };
}

function moveClocks(state: KnownCase, moves: Partial<MovesClocks>): KnownCase {
  const running = runningAfter(state.running, moves);
  return running === state.running
    ? state
    : { ...state, running, standing: runningAfter(state.standing, { closes: moves.closes ?? [] }) };
}
