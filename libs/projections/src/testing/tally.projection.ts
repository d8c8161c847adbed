import { domainEventOf, streamIdOf } from '@parley/event-store';
import type { MigrationClass } from '@parley/messaging';
import type { EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import type { Projection } from '../projection';
import { upsertRows } from '../upsert-rows';

interface TallyRow {
  readonly id: string;
  readonly total: number;
  readonly events: number;
}

/** Adds up `amount` by stream. The total shows an event that is applied twice, left out or out of order. */
export const tallyProjection = (category: string): Projection => ({
  name: 'tally',
  categories: [category],
  tables: ['tally'],
  async apply(manager, events, tables) {
    const ids = [...new Set(events.map((event) => streamIdOf(event.stream)))];
    const rows: TallyRow[] = await manager.query(
      `SELECT id, total, events FROM ${tables('tally')} WHERE id = ANY($1)`,
      [ids],
    );
    const tallies = new Map(rows.map((row) => [row.id, row]));
    for (const event of events) {
      const id = streamIdOf(event.stream);
      const before = tallies.get(id) ?? { id, total: 0, events: 0 };
      // The factor makes the total depend on the order, not only on the set.
      tallies.set(id, { id, total: (before.total * 3 + amountOf(event)) % 1_000_003, events: before.events + 1 });
    }
    const columns = { id: 'text', total: 'int4', events: 'int4' };
    await upsertRows<TallyRow>(manager, { table: tables('tally'), key: ['id'], columns }, [...tallies.values()]);
  },
});

const amountOf = (event: Parameters<typeof domainEventOf>[0]): number =>
  (domainEventOf(event).data as { readonly amount: number }).amount;

/** The table of the tally. */
export function tallyMigration(schema: string): MigrationClass {
  return class Tally1738540800001 implements MigrationInterface {
    readonly name = 'Tally1738540800001';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(
        `CREATE TABLE ${schema}.tally (id text PRIMARY KEY, total integer NOT NULL, events integer NOT NULL)`,
      );
      await runner.query(`CREATE INDEX tally_by_total ON ${schema}.tally (total)`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`DROP TABLE ${schema}.tally`);
    }
  };
}

/** What the table holds, by id. */
export async function talliesIn(manager: EntityManager, schema: string): Promise<ReadonlyMap<string, number>> {
  const rows: { id: string; events: number }[] = await manager.query(
    `SELECT id, events FROM ${schema}.tally ORDER BY id`,
  );
  return new Map(rows.map((row) => [row.id, row.events]));
}
