import { randomUUID } from 'node:crypto';
import type { CommandId, Instant, IsoDate, PartyCode, PersonId, Role, Sha256 } from '@parley/kernel';
import { createTestDatabase } from '@parley/testing';
import { DataSource } from 'typeorm';
import type { AlertReader, AlertWant, ChosenAlert, WaitingAlert } from './alerts.rules';
import { ChosenAlerts, IntakeAlerts1738542800100 } from './chosen-alerts.table';
import { WaitingAlerts } from './waiting-alerts.table';

const NOW = '2025-02-12T09:00:00.000Z' as Instant;
const later = (minutes: number): Instant => new Date(Date.parse(NOW) + minutes * 60_000).toISOString() as Instant;
const [TAKEN, BUSY] = [
  { accepted: true, answer: '250', again: false },
  { accepted: false, answer: '451', again: true },
];

describe('alerts that wait', () => {
  let database: DataSource;
  let drop: () => Promise<void>;
  let chosen: ChosenAlerts;
  let waiting: WaitingAlerts;

  beforeAll(async () => {
    const test = await createTestDatabase();
    drop = () => test.drop();
    database = await new DataSource({
      type: 'postgres',
      url: test.url,
      schema: 'intake',
      migrations: [IntakeAlerts1738542800100],
    }).initialize();
    await database.query('CREATE SCHEMA intake');
    await database.runMigrations();
    [chosen, waiting] = [new ChosenAlerts(database), new WaitingAlerts(database)];
  });
  beforeEach(() => database.query('TRUNCATE intake.chosen_alerts, intake.waiting_alerts'));
  afterAll(async () => {
    await database.destroy();
    await drop();
  });

  const reader = (personId: string): AlertReader => ({
    ...{ kind: 'person', personId: personId as PersonId, party: 'US' as PartyCode, roles: ['desk'] as Role[] },
  });
  /** Somebody who chose, proved the address, and has nothing waiting. */
  const proven = async (personId: string, wants: readonly AlertWant[] = ['due', 'served']): Promise<ChosenAlert> => {
    const command = { commandId: randomUUID() as CommandId, bodyDigest: 'a'.repeat(64) as Sha256, now: NOW };
    const choice = { reader: reader(personId), kind: 'log', address: personId, wants, ...command } as const;
    const made = await chosen.choose(choice, () => true);
    if (made.kind !== 'chosen') throw new Error(made.kind);
    await sendAll(NOW);
    return (await chosen.prove(made.alert, NOW)) ?? made.alert;
  };
  const sendAll = async (now: Instant, answer = TAKEN): Promise<readonly string[]> => {
    const begun = await waiting.begin(now);
    for (const each of begun) await waiting.note(each, answer, now);
    return begun.map(({ about }) => about);
  };
  /** Lets the time pass after which a try is made again, or one that was cut off is taken anew. */
  const comeBack = () => database.query('UPDATE intake.waiting_alerts SET next_try_at = clock_timestamp()');
  const served = (id: string, now: Instant, parties = ['US', 'CN']) => waiting.served(id, parties, now, now);

  it('tell of one service once, however often it is worked on, and one that waits tells of all', async () => {
    await proven('us-desk');
    await served('s1', NOW);
    await served('s1', NOW);
    await served('s2', NOW);
    expect(await sendAll(NOW)).toEqual(['served s1']);
    await served('s1', NOW);
    expect(await sendAll(later(60))).toEqual([]);
    expect((await waiting.of('us-desk' as PersonId)).map(({ about }) => about)).toEqual(['proof', 'served s1']);
  });

  it('tell of what is served five minutes apart at the least, and lose nothing by it', async () => {
    await proven('us-desk');
    await served('s1', NOW);
    await sendAll(NOW);
    for (const [id, minutes] of [
      ['s2', 1],
      ['s3', 4],
    ] as const)
      await served(id, later(minutes));
    expect(await sendAll(later(4))).toEqual([]);
    expect(await sendAll(later(5))).toEqual(['served s2']);
  });

  it('tell nobody of what was served before the address was proven, on the other side, or not chosen', async () => {
    await proven('us-desk');
    await proven('us-desk-2', ['due']);
    await served('earlier', later(-1));
    await served('elsewhere', NOW, ['CN']);
    expect(await sendAll(later(10))).toEqual([]);
    await served('s1', later(10));
    expect(await sendAll(later(10))).toEqual(['served s1']);
  });

  it('tell of a day once, though two processes look at it at once', async () => {
    const alert = await proven('us-desk');
    const day = '2025-02-12' as IsoDate;
    const other = new WaitingAlerts(database);
    expect(await waiting.unplanned(day)).toHaveLength(1);
    await Promise.all([waiting, other].map((each) => each.plan(alert, day, true, NOW)));
    expect(await waiting.unplanned(day)).toEqual([]);
    expect(await sendAll(NOW)).toEqual(['due 2025-02-12']);
    await other.plan(alert, '2025-02-11' as IsoDate, true, NOW);
    expect(await sendAll(NOW)).toEqual([]);
    expect(await waiting.unplanned('2025-02-13' as IsoDate)).toHaveLength(1);
  });

  it('are taken by one process alone, and anew after one that took them was killed', async () => {
    await proven('us-desk');
    await served('s1', NOW);
    const other = database.createQueryRunner();
    await other.startTransaction();
    await other.query('SELECT FROM intake.waiting_alerts FOR UPDATE');
    const whileHeld = waiting.begin(NOW);
    await Promise.race([whileHeld, new Promise((resolve) => setTimeout(resolve, 2_000))]);
    await other.rollbackTransaction();
    await other.release();
    expect(await whileHeld).toEqual([]);
    const taken = await Promise.all([waiting.begin(NOW), waiting.begin(NOW)]);
    expect(taken.flat().map(({ about }) => about)).toEqual(['served s1']);
    expect(await waiting.begin(NOW)).toEqual([]);
    await comeBack();
    expect(await sendAll(NOW)).toEqual(['served s1']);
    await comeBack();
    expect(await sendAll(NOW)).toEqual([]);
  });

  it('are tried again while the channel is busy, and given up on record after six times', async () => {
    await proven('us-desk');
    await served('s1', NOW);
    const states: WaitingAlert['state'][] = [];
    for (let n = 0; n < 8; n += 1) {
      await sendAll(NOW, BUSY);
      states.push((await waiting.of('us-desk' as PersonId)).find(({ about }) => about !== 'proof')?.state ?? 'taken');
      await comeBack();
    }
    expect(states).toEqual([...Array<string>(5).fill('waiting'), ...Array<string>(3).fill('given-up')]);
    expect(await waiting.of('us-desk' as PersonId)).toMatchObject([{}, { answer: '451', tries: 6 }]);
  });

  it('are not sent any more once their owner has ended them, and are forgotten after 30 days', async () => {
    await proven('us-desk');
    await served('s1', NOW);
    await chosen.end('us-desk' as PersonId);
    expect(await sendAll(NOW)).toEqual([]);
    await waiting.forgetOld(later(29 * 24 * 60));
    expect(await waiting.of('us-desk' as PersonId)).toMatchObject([{}, { state: 'given-up', answer: 'ended' }]);
    await waiting.forgetOld(later(31 * 24 * 60));
    expect(await waiting.of('us-desk' as PersonId)).toEqual([]);
  });
});
