import { randomBytes } from 'node:crypto';
import { INSTALLATION_LOCK } from '@parley/hosting/installation';
import { createTestDatabase, type TestDatabase } from '@parley/testing';
import { describeWithKafka, openTestKafka } from '@parley/testing/kafka';
import { Client } from 'pg';
import { migrationsSettings } from './migrations-settings';
import { runMigrations } from './run-migrations';

const CONTEXTS = ['intake', 'evidence', 'panelreview', 'referral', 'audit', 'platform'];
const PASSWORDS = Object.fromEntries(
  CONTEXTS.map((context) => [`PARLEY_${context.toUpperCase()}_DATABASE_PASSWORD`, `of ${context}`]),
);

describe('the job of migrations', () => {
  let database: TestDatabase;
  beforeEach(async () => (database = await createTestDatabase()));
  afterEach(() => database.drop());

  const run = async (more: Readonly<Record<string, string>> = {}): Promise<readonly string[]> => {
    const steps: string[] = [];
    await runMigrations(
      migrationsSettings({ PARLEY_ADMIN_DATABASE_URL: database.url, ...PASSWORDS, ...more }),
      (step) => void steps.push(step),
    );
    return steps;
  };
  const asContext = async <T>(context: string, act: (client: Client) => Promise<T>): Promise<T> => {
    const url = new URL(database.url);
    Object.assign(url, { username: `${url.pathname.slice(1, 41)}_${context}`, password: `of ${context}` });
    const client = new Client({ connectionString: url.href });
    await client.connect();
    try {
      return await act(client);
    } finally {
      await client.end();
    }
  };

  it('prepares what every context needs, tells each step, and has nothing left to do a second time', async () => {
    expect(await run()).toEqual([
      'roles and schemas',
      'the event store',
      ...['intake', 'evidence', 'panelreview', 'referral', 'audit'].map(
        (context) => expect.stringMatching(`^tables of ${context}: `) as string,
      ),
    ]);
    expect(await run()).toEqual(['roles and schemas', 'the event store']);
    for (const context of CONTEXTS) {
      const { rows } = await asContext(context, (client) =>
        client.query<{ makes: boolean; newest: string }>(
          `SELECT has_schema_privilege('${context}', 'CREATE') AS makes, event_store.newest_position() AS newest`,
        ),
      );
      expect(rows).toEqual([{ makes: false, newest: '0' }]);
    }
  });

  describe('the record', () => {
    const CATEGORIES = [
      'intake.case',
      'evidence.exhibit',
      'panelreview.deliberation',
      'referral.dossier',
      'audit.docket',
      'platform.democlock',
      'intake.rules',
      'intake.calendars',
      'intake.outages',
    ];
    const seenBy = async (context: string): Promise<readonly string[]> => {
      const { rows } = await asContext(context, (client) =>
        client.query<{ category: string }>('SELECT category FROM event_store.events ORDER BY position'),
      );
      return rows.map(({ category }) => category);
    };
    const own = async (): Promise<unknown> =>
      Object.fromEntries(await Promise.all(CONTEXTS.map(async (context) => [context, await seenBy(context)])));
    const OWN = {
      intake: ['intake.case', 'platform.democlock', 'intake.rules', 'intake.calendars', 'intake.outages'],
      evidence: ['evidence.exhibit', 'platform.democlock'],
      panelreview: ['panelreview.deliberation', 'platform.democlock'],
      referral: ['referral.dossier', 'platform.democlock'],
      audit: CATEGORIES,
      platform: ['platform.democlock'],
    };
    const asAdmin = async (sql: string): Promise<void> => {
      const admin = new Client({ connectionString: database.url });
      await admin.connect();
      await admin.query(sql).finally(() => admin.end());
    };
    const write = (): Promise<void> =>
      asAdmin(
        `INSERT INTO event_store.events SELECT n, c || '-1', 0, gen_random_uuid(), c, 'T', '', '{}', '', ` +
          `NULL FROM unnest('{${CATEGORIES.join()}}'::text[]) WITH ORDINALITY AS e (c, n)`,
      );

    it('is read by each role as far as it is its own, and by audit whole', async () => {
      await run();
      await write();
      expect(await own()).toEqual(OWN);
    });

    it('is read so too where a Parley of one process had let every role read everything', async () => {
      await run();
      await write();
      await asAdmin(
        `INSERT INTO event_store.readers SELECT DISTINCT role, '*' FROM event_store.readers ON CONFLICT DO NOTHING`,
      );
      expect(await seenBy('intake')).toEqual(CATEGORIES);
      await run();
      expect(await own()).toEqual(OWN);
    });
  });

  it('gives a role its new password', async () => {
    await run();
    await run({ PARLEY_INTAKE_DATABASE_PASSWORD: 'another' });
    await expect(asContext('intake', () => Promise.resolve())).rejects.toThrow(/password authentication failed/);
  });

  it('is refused while a Parley of one process runs on the database', async () => {
    const standalone = new Client({ connectionString: database.url });
    await standalone.connect();
    await standalone.query('SELECT pg_advisory_lock($1)', [INSTALLATION_LOCK]);
    await expect(run()).rejects.toThrow(
      /cannot be used: a Parley of one process runs on the database; stop that one; see PARLEY_ADMIN_DATABASE_URL\.$/,
    );
    await standalone.end();
  });

  it('says all that is wrong with its settings at once', () => {
    expect(() =>
      migrationsSettings({
        PARLEY_INTAKE_DATABASE_PASSWORD: 'x',
        PARLEY_AUDIT_DATABASE_PASSWORD: 'x',
        PARLEY_KAFKA_BROKERS: 'nowhere',
      }),
    ).toThrow(
      'Wrong settings: PARLEY_ADMIN_DATABASE_URL must be set; PARLEY_EVIDENCE_DATABASE_PASSWORD must be ' +
        'set; PARLEY_PANELREVIEW_DATABASE_PASSWORD must be set; ' +
        'PARLEY_REFERRAL_DATABASE_PASSWORD must be set; PARLEY_PLATFORM_DATABASE_PASSWORD must be set; ' +
        'PARLEY_KAFKA_BROKERS must be a list of brokers, such as kafka-1:9092,kafka-2:9092.',
    );
  });

  describeWithKafka('with a broker', () => {
    it('makes the topics', async () => {
      const { brokers } = await openTestKafka();
      const broker = {
        PARLEY_KAFKA_BROKERS: brokers.join(','),
        PARLEY_KAFKA_NAMESPACE: `t${randomBytes(6).toString('hex')}`,
      };
      expect((await run(broker)).at(-1)).toBe(`topics on ${brokers.join(', ')}`);
      await run(broker);
    }, 120_000);
  });

  it('says when the topics could not be made, and the database is prepared', async () => {
    await expect(run({ PARLEY_KAFKA_BROKERS: '127.0.0.1:9' })).rejects.toThrow(
      /^The database is prepared, and the topics are not: .*; see PARLEY_KAFKA_BROKERS\.$/,
    );
    expect(await run()).toEqual(['roles and schemas', 'the event store']);
  }, 60_000);
});
