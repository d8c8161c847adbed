import { caseOfStream, categoryOf, type RecordedEvent } from '@parley/event-store';
import { actingIn } from '@parley/messaging';
import type { Projection } from '@parley/projections';

/**
 * In which capacity each person acted first in each case, by the service's own record.
 * @param categories whose streams are each of one case
 */
export const capacitiesProjection = (categories: readonly string[]): Projection => ({
  name: 'capacities',
  categories,
  tables: ['capacities'],
  concerns: (event) => categories.includes(categoryOf(event.stream)) && actorOf(event) !== undefined,
  async apply(manager, events, tables) {
    const acts = events.flatMap((event) => {
      const actor = actorOf(event);
      return actor ? [{ ...actor, caseId: caseOfStream(event.stream), since: event.recordedAt }] : [];
    });
    await manager.query(
      `INSERT INTO ${tables('capacities')} (case_id, person_id, role, party, since)
       SELECT case_id, person_id, role, party, since
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[]) WITH ORDINALITY
         AS acts (case_id, person_id, role, party, since, n)
       ORDER BY n ON CONFLICT DO NOTHING`,
      [
        acts.map(({ caseId }) => caseId),
        acts.map(({ personId }) => personId),
        acts.map(({ role }) => role),
        acts.map(({ party }) => party),
        acts.map(({ since }) => since),
      ],
    );
  },
});

/** The service itself may know who acts in a deliberation. */
const actorOf = ({ actor }: RecordedEvent) => actingIn({ actor, tier: 'PARTIES' }).actor;
