import { domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import { upsertRows, type Projection } from '@parley/projections';
import type { EntityManager } from 'typeorm';
import { COMPLIANCE_CATEGORY, REGISTER_CATEGORY } from '../application/streams';
import type { AgreementEvent } from '../domain/compliance/agreement-events';
import { noAgreement, type AgreementState } from '../domain/compliance/agreement-state';
import { evolve } from '../domain/compliance/agreement.evolve';

interface Line {
  readonly agreement_id: string;
  readonly status: string;
  readonly listed_at: string;
  readonly agreement: string;
}

const COLUMNS = { agreement_id: 'text', status: 'text', listed_at: 'timestamptz', agreement: 'json' } as const;

/** Agreements of cases and of the register, a row each: a function of their events alone. */
export const agreementsProjection: Projection = {
  name: 'agreements',
  categories: [COMPLIANCE_CATEGORY, REGISTER_CATEGORY],
  tables: ['agreements'],
  async apply(manager, events, tables) {
    const table = tables('agreements');
    const known = await knownOf(manager, table, events);
    for (const recorded of events) {
      const id = streamIdOf(recorded.stream);
      known.set(id, evolve(known.get(id) ?? noAgreement, domainEventOf(recorded) as AgreementEvent));
    }
    await upsertRows<Line>(
      manager,
      { table, key: ['agreement_id'], columns: COLUMNS },
      [...known].flatMap(([id, state]) => lineOf(id, state)),
    );
  },
};

async function knownOf(
  manager: EntityManager,
  table: string,
  events: readonly RecordedEvent[],
): Promise<Map<string, AgreementState>> {
  const ids = [...new Set(events.map(({ stream }) => streamIdOf(stream)))];
  const rows: { agreement_id: string; agreement: AgreementState }[] = await manager.query(
    `SELECT agreement_id, agreement FROM ${table} WHERE agreement_id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.agreement_id, row.agreement]));
}

/** A declined one leaves the lists by its status; when it was listed stays. */
function lineOf(id: string, state: AgreementState): readonly Line[] {
  if (state.status === 'none') return [];
  return [{ agreement_id: id, status: state.status, listed_at: listedAt(state), agreement: JSON.stringify(state) }];
}

function listedAt(state: Exclude<AgreementState, { status: 'none' }>): Instant {
  switch (state.status) {
    case 'in-force':
      return state.agreedAt;
    case 'proposed':
      return state.proposedAt;
    case 'declined':
      return state.declinedAt;
  }
}
