import { createTestDatabase, type TestDatabase } from '@parley/testing';
import { Client } from 'pg';
import { INSTALLATION_LOCK } from './database-hold';
import { SharedHold } from './shared-hold';

describe('a shared hold on a database', () => {
  let database: TestDatabase;
  let admin: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    admin = new Client({ connectionString: database.url });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await database.drop();
  });

  const holders = async (): Promise<readonly number[]> =>
    (
      await admin.query<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity WHERE application_name = 'parley-hold' AND datname = current_database()`,
      )
    ).rows.map(({ pid }) => pid);
  const until = async (isSo: () => Promise<boolean>): Promise<void> => {
    while (!(await isSo())) await new Promise(setImmediate);
  };

  it('is shared with others of its kind, and with no Parley of one process', async () => {
    const [one, other] = [new SharedHold(database.url), new SharedHold(database.url)];
    await Promise.all([one.take(), other.take()]);
    const alone = async (): Promise<unknown> =>
      (await admin.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [INSTALLATION_LOCK])).rows[0]
        ?.locked;
    expect(await alone()).toBe(false);
    await Promise.all([one.release(), other.release()]);
    await until(async () => (await holders()).length === 0);
    expect(await alone()).toBe(true);
    await expect(new SharedHold(database.url).take()).rejects.toThrow(
      'a Parley of one process runs on the database; stop that one',
    );
    await until(async () => (await holders()).length === 0);
    await admin.query('SELECT pg_advisory_unlock($1)', [INSTALLATION_LOCK]);
  });

  it('is taken again by itself when its connection is lost', async () => {
    const hold = new SharedHold(database.url);
    await hold.take();
    const [lost] = await holders();
    await admin.query('SELECT pg_terminate_backend($1)', [lost]);
    await until(async () => hold.reason() === undefined && (await holders()).some((pid) => pid !== lost));
    await hold.release();
    await until(async () => (await holders()).length === 0);
  });

  it('is over, and says so, when a Parley of one process was quicker than it was taken again', async () => {
    const said: string[] = [];
    const hold = new SharedHold(database.url, (sentence) => void said.push(sentence));
    await hold.take();
    const alone = new Client({ connectionString: database.url });
    await alone.connect();
    // It waits for the lock, so it will be the next to get it.
    const taken = alone.query('SELECT pg_advisory_lock($1)', [INSTALLATION_LOCK]);
    await until(
      async () =>
        ((await admin.query(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)).rowCount ?? 0) > 0,
    );
    const [lost] = await holders();
    await admin.query('SELECT pg_terminate_backend($1)', [lost]);
    await taken;
    await until(async () => said.length > 0);
    expect([said, hold.reason()]).toEqual([
      ['a Parley of one process runs on the database; stop that one'],
      'the connection to the database was lost',
    ]);
    await hold.release();
    await alone.end();
  });

  it('leaves no connection behind when it is released while it is being taken', async () => {
    const hold = new SharedHold(database.url);
    const taking = hold.take();
    await hold.release();
    await expect(taking).rejects.toThrow();
    await until(async () => (await holders()).length === 0);
    expect(hold.reason()).toBe('the connection to the database was lost');
  });
});
