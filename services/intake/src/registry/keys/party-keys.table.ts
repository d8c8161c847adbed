import type { DomainEvent } from '@parley/kernel';
import { domainEventOf } from '@parley/event-store';
import { upsertRows, type Projection } from '@parley/projections';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PARTY_CATEGORY } from '../../streams';
import { isOfKeys, type KeyEvent } from './party-keys.rules';

interface Line {
  readonly party: string;
  readonly thumbprint: string;
  readonly jwk: string;
  readonly begins_at: string;
  readonly ends_at: string | null;
}

const COLUMNS = {
  party: 'text',
  thumbprint: 'text',
  jwk: 'text',
  begins_at: 'timestamptz',
  ends_at: 'timestamptz',
} as const;

/**
 * The table by which the guard checks signatures. Here it is made from the registers themselves, in other services from
 * what they are told of the keys.
 */
export const partyKeysProjection: Projection = {
  name: 'party-keys',
  categories: [PARTY_CATEGORY],
  tables: ['party_keys'],
  async apply(manager, events, tables) {
    const lines = new Map(
      events
        .map((recorded): DomainEvent => domainEventOf(recorded))
        .filter(isOfKeys)
        .map(lineOf)
        .map((line) => [`${line.party} ${line.thumbprint}`, line]),
    );
    await upsertRows<Line>(manager, { table: tables('party_keys'), key: ['party', 'thumbprint'], columns: COLUMNS }, [
      ...lines.values(),
    ]);
  },
};

/** The event of an end repeats all that the event of the beginning said. */
const lineOf = ({ data }: KeyEvent): Line => ({
  party: data.party,
  thumbprint: data.thumbprint,
  jwk: JSON.stringify(data.key),
  begins_at: data.from,
  ends_at: 'endsAt' in data ? data.endsAt : null,
});

/** Allows the table of keys to be rebuilt from the registers. */
export class IntakePartyKeys1738543600110 implements MigrationInterface {
  readonly name = 'IntakePartyKeys1738543600110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("INSERT INTO intake.rebuildable (table_name) VALUES ('party_keys')");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM intake.rebuildable WHERE table_name = 'party_keys'");
  }
}
