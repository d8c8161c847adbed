import { domainEventOf } from '@parley/event-store';
import { upsertRows, type Projection } from '@parley/projections';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PARTY_CATEGORY } from '../../streams';
import type { DelegationEnded, DelegationRecorded, RegisterEvent } from './delegations.rules';

interface Line {
  readonly delegation_id: string;
  readonly party: string;
  readonly person_id: string;
  readonly scope: string;
  readonly begins_at: string;
  readonly ends_at: string | null;
}

const COLUMNS = {
  delegation_id: 'text',
  party: 'text',
  person_id: 'text',
  scope: 'text',
  begins_at: 'timestamptz',
  ends_at: 'timestamptz',
} as const;

/**
 * The table that the guard asks before an act or a read. Here it is made from the registers themselves, in other
 * services from what they are told of the registers.
 */
export const delegationsProjection: Projection = {
  name: 'delegations',
  categories: [PARTY_CATEGORY],
  tables: ['delegations'],
  async apply(manager, events, tables) {
    const lines = new Map(
      events
        .map((recorded) => domainEventOf(recorded) as RegisterEvent)
        .filter((event) => event.type === 'DelegationRecorded' || event.type === 'DelegationEnded')
        .map(lineOf)
        .map((line) => [line.delegation_id, line]),
    );
    await upsertRows<Line>(manager, { table: tables('delegations'), key: ['delegation_id'], columns: COLUMNS }, [
      ...lines.values(),
    ]);
  },
};

/** The event of an end repeats all that the event of the beginning said. */
const lineOf = ({ data }: DelegationRecorded | DelegationEnded): Line => ({
  delegation_id: data.delegationId,
  party: data.party,
  person_id: data.personId,
  scope: data.scope,
  begins_at: data.from,
  ends_at: 'endsAt' in data ? data.endsAt : null,
});

/** Allows the table of delegations to be rebuilt from the registers. */
export class IntakeDelegations1738542200110 implements MigrationInterface {
  readonly name = 'IntakeDelegations1738542200110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("INSERT INTO intake.rebuildable (table_name) VALUES ('delegations')");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM intake.rebuildable WHERE table_name = 'delegations'");
  }
}
