import { lapsedAfter, type MovesClocks, runningAfter } from '@parley/procedure';
import type { OwnEvidence } from './evidence-state';
import { evolveExhibit } from './exhibit.evolve';
import type { EvidenceEvent, ExhibitEvent } from './exhibit-events';
import { evolveFallback } from './fallback/fallback.evolve';
import type { ReviewEndNoted } from './loans/loan-events';
import { recalled } from './loans/loan.evolve';
import type { SuspensionNoted } from './standstill/standstill-events';

/**
 * What an event means for the evidence of a case. Total: an event that does not fit, or is not known, leaves it as it
 * is. It sees nothing of what the others have told: what was taken from that stands in the event.
 */
export function evolve(state: OwnEvidence, event: EvidenceEvent): OwnEvidence {
  switch (event.type) {
    case 'SuspensionNoted':
      return stoodStill(state, event);
    case 'ResumptionNoted':
      return { ...moveClocks(state, event.data), standing: standingBut(state, event.data) };
    case 'OutageNoted':
    case 'CalendarNoted':
      return moveClocks(state, event.data);
    case 'ReviewEndNoted':
      return hearingEnded(moveClocks(state, event.data), event);
    case 'FallbackEntryMade':
    case 'DefaultSetAside':
      return evolveFallback(state, event);
    default:
      return evolveExhibit(heardOf(state, event), event);
  }
}

function hearingEnded(state: OwnEvidence, { occurredAt: at, data: { closes } }: ReviewEndNoted): OwnEvidence {
  const exhibits = [...state.exhibits].map(
    ([number, exhibit]) =>
      [number, { ...exhibit, loans: recalled(exhibit, { at, by: 'end-of-review' }, closes) }] as const,
  );
  return { ...state, exhibits: new Map(exhibits) };
}

/** What stops by the suspension is kept, to go on later. */
function stoodStill(state: OwnEvidence, { data: { closes } }: SuspensionNoted): OwnEvidence {
  const stopped = closes.flatMap((id) => state.running[id] ?? []).map((deadline) => [deadline.id, deadline] as const);
  const { running } = moveClocks(state, { closes });
  return { ...state, running, standing: { ...state.standing, ...Object.fromEntries(stopped) } };
}

/** What goes on stands still no more. */
const standingBut = ({ standing }: OwnEvidence, { opens }: Pick<MovesClocks, 'opens'>): OwnEvidence['standing'] =>
  runningAfter(standing, { closes: opens.map(({ id }) => id) });

/** With its clocks as an event moves them, and what is kept of those that ended unheard. */
function heardOf(state: OwnEvidence, { data, occurredAt: at }: ExhibitEvent): OwnEvidence {
  const { opens = [], closes = [] }: Partial<MovesClocks> = 'closes' in data ? data : {};
  if (opens.length === 0 && closes.length === 0) return state;
  return {
    ...moveClocks(state, { opens, closes }),
    lapsed: lapsedAfter(state.lapsed, state.running, { opens, closes, at }),
  };
}

function moveClocks(state: OwnEvidence, moves: Partial<MovesClocks>): OwnEvidence {
  const running = runningAfter(state.running, moves);
  return running === state.running
    ? state
    : { ...state, running, standing: runningAfter(state.standing, { closes: moves.closes ?? [] }) };
}
