import type { Instant } from '@parley/kernel';
import { bookkeepingMigrations, rebuildMigration } from '@parley/projections';
import { createTestDatabase, type TestDatabase } from '@parley/testing';
import { DataSource } from 'typeorm';
import { IntakeAgenda1738542100100 } from '../agenda/agenda.table';
import { OutageWatch } from './outage-watch';

const GAP_MS = 30 * 60_000;

describe('the heartbeat of the system', () => {
  let server: TestDatabase;
  let database: DataSource;
  let gaps: (readonly [Instant, Instant])[];
  let now: Instant;
  let refuse: boolean;
  let shut: string | undefined;
  const watch = () =>
    new OutageWatch({
      dataSource: database,
      clock: { now: () => now },
      shut: () => shut,
      gapMs: () => GAP_MS,
      gap: (from, to) => {
        if (refuse) return Promise.reject(new Error('the store is away'));
        gaps.push([from, to]);
        return Promise.resolve();
      },
      onFailure: () => undefined,
    });
  /** Makes the system away for so many minutes, by the clock of the database. */
  const away = (minutes: number) =>
    database.query(`UPDATE intake.heartbeat SET beaten_at = clock_timestamp() - $1 * interval '1 minute'`, [minutes]);

  beforeAll(async () => {
    server = await createTestDatabase();
    const migrations = [...bookkeepingMigrations('intake'), rebuildMigration('intake', []), IntakeAgenda1738542100100];
    database = await new DataSource({ type: 'postgres', url: server.url, schema: 'intake', migrations }).initialize();
    await database.query('CREATE SCHEMA intake');
    await database.runMigrations();
  });
  beforeEach(async () => {
    [gaps, refuse, shut, now] = [[], false, undefined, '2025-02-21T15:00:00.000Z' as Instant];
    await database.query('DELETE FROM intake.heartbeat');
    await watch().beat();
  });
  afterAll(async () => {
    await database.destroy();
    await server.drop();
  });

  it('finds a silence of more than 30 minutes, from its last beat to the next, and once (I-61)', async () => {
    await away(31);
    now = '2025-02-21T17:30:00.000Z' as Instant;
    await Promise.all([watch().beat(), watch().beat()]);
    expect(gaps).toEqual([['2025-02-21T15:00:00.000Z', '2025-02-21T17:30:00.000Z']]);
  });

  it('finds none in a shorter silence, or where a demonstration clock was moved while it beat', async () => {
    await away(29);
    now = '2025-06-21T15:00:00.000Z' as Instant;
    await watch().beat();
    expect(gaps).toEqual([]);
  });

  it('neither beats nor finds a gap while the clock is not to be trusted, and goes on when it is again', async () => {
    await away(40 * 24 * 60);
    shut = 'the clock of this machine jumped';
    const unsure = watch();
    await unsure.beat();
    expect([gaps, unsure.holdsDefaults()]).toEqual([[], true]);
    await away(1);
    shut = undefined;
    await unsure.beat();
    expect([gaps, unsure.holdsDefaults()]).toEqual([[], false]);
  });

  it('holds nobody to a limit that ended while no acts were taken, until the outage is on record', async () => {
    const open = watch();
    await open.beat();
    shut = 'the disk is full';
    await open.beat();
    expect(open.holdsDefaults()).toBe(true);
    await away(31);
    [shut, now] = [undefined, '2025-02-21T15:31:00.000Z' as Instant];
    expect(open.holdsDefaults()).toBe(true);
    await open.beat();
    expect([gaps, open.holdsDefaults()]).toEqual([[['2025-02-21T15:00:00.000Z', '2025-02-21T15:31:00.000Z']], false]);
  });

  it('does not beat before the gap is on record, so that it is found again', async () => {
    await away(31);
    now = '2025-02-21T17:30:00.000Z' as Instant;
    refuse = true;
    const failing = watch();
    await expect(failing.beat()).rejects.toThrow('the store is away');
    expect(failing.holdsDefaults()).toBe(true);
    refuse = false;
    await watch().beat();
    expect(gaps).toEqual([['2025-02-21T15:00:00.000Z', '2025-02-21T17:30:00.000Z']]);
  });

  it('says from the first beat on that it knows', async () => {
    const starting = watch();
    starting.start();
    await starting.idle();
    expect(starting.holdsDefaults()).toBe(false);
    await starting.stop();
  });
});
