import type { CommandOutcome } from '@parley/event-store';
import { respond, type Answer } from '@parley/http';
import type { EvidenceState } from '../domain/evidence-state';
import type { ExhibitShown } from './exhibit.response';
import { showExhibit } from './show-exhibit';

/**
 * The exhibit after an act on it. Desks, the registry and co-heads read every tier of exhibits, so who acted sees the
 * whole, or the tombstone that it became.
 */
export const answerWith = (outcome: CommandOutcome<EvidenceState>, number: string): Answer<ExhibitShown> =>
  respond(outcome, ({ state }) => {
    const exhibit = state.status === 'unknown' ? undefined : state.exhibits.get(number);
    if (state.status === 'unknown' || !exhibit) throw new TypeError(`exhibit ${number} is gone after an act on it`);
    const { withdrawn } = exhibit;
    const seen = withdrawn
      ? ({ extent: 'tombstone', exhibit, tombstone: withdrawn } as const)
      : ({ extent: 'whole', exhibit } as const);
    return showExhibit(seen, { sees: () => true, betweenParties: true, ofCase: true, running: state.running });
  });
