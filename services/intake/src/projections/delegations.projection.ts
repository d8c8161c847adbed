import { domainEventOf } from '@parley/event-store';
import { upsertRows, type Projection } from '@parley/projections';
import { PARTY_CATEGORY } from '../application/streams';
import type { DelegationEvent } from '../domain/delegations/delegation';

interface Line {
  readonly delegation_id: string;
  readonly party: string;
  readonly person_id: string;
  readonly begins_at: string;
  readonly ends_at: string | null;
}

const COLUMNS = {
  delegation_id: 'text',
  party: 'text',
  person_id: 'text',
  begins_at: 'timestamptz',
  ends_at: 'timestamptz',
} as const;

/**
 * The table that the guard asks before an act: here made of the registers themselves, elsewhere of what is told of
 * them.
 */
export const delegationsProjection: Projection = {
  name: 'delegations',
  categories: [PARTY_CATEGORY],
  tables: ['delegations'],
  async apply(manager, events, tables) {
    const lines = new Map(
      events
        .map((recorded) => lineOf(domainEventOf(recorded) as DelegationEvent))
        .map((line) => [line.delegation_id, line]),
    );
    await upsertRows<Line>(manager, { table: tables('delegations'), key: ['delegation_id'], columns: COLUMNS }, [
      ...lines.values(),
    ]);
  },
};

/** The event of an end says all that the one of the beginning said. */
const lineOf = ({ data }: DelegationEvent): Line => ({
  delegation_id: data.delegationId,
  party: data.party,
  person_id: data.personId,
  begins_at: data.from,
  ends_at: 'endsAt' in data ? data.endsAt : null,
});
