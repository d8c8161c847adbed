import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithLocalKafka, KafkaBroker } from '@parley/testing/kafka';
import { CompressionTypes, Kafka, logLevel, type KafkaConfig } from 'kafkajs';
import { composeProject } from './compose-project';
import { WORKSPACE } from './deployed-file';

const CONTEXTS = ['intake', 'evidence', 'panelreview', 'referral', 'audit'] as const;
const topicOf = (context: string): string => `parley.${context}.v1`;

/** `ssl.client.auth` of `KAFKA_SSL_CLIENT_AUTH`. */
const propertyOf = (variable: string): string => variable.replace('KAFKA_', '').toLowerCase().replaceAll('_', '.');

/** Compose writes a dollar sign as two. */
const valueIn = (written: string): string => written.replaceAll('$$', '$');

describeWithLocalKafka('the accounts of the broker in containers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-broker-accounts-'));
  const secret = (name: string): string => join(folder, 'secrets', name);
  const certified = (account: string): KafkaConfig['ssl'] => ({
    ca: readFileSync(secret('broker-authority'), 'utf8'),
    cert: readFileSync(secret(`${account}-broker-certificate`), 'utf8'),
    key: readFileSync(secret(`${account}-broker-key`), 'utf8'),
  });
  let broker: KafkaBroker;
  const as = (account: string): Kafka =>
    new Kafka({
      brokers: [...broker.brokers],
      ssl: certified(account)!,
      logLevel: logLevel.NOTHING,
      retry: { retries: 2 },
    });

  beforeAll(async () => {
    cpSync(join(WORKSPACE, 'deploy/compose/make-secrets.sh'), join(folder, 'make-secrets.sh'));
    execFileSync('sh', [join(folder, 'make-secrets.sh')], { stdio: 'ignore' });
    const { environment = {} } = composeProject('full').services['kafka']!;
    const settings = Object.entries(environment)
      .filter(([name]) => /^KAFKA_(SSL|AUTHORIZER)_/.test(name))
      .map(
        ([name, value]) => [propertyOf(name), valueIn(value).replace('/run/secrets', join(folder, 'secrets'))] as const,
      );
    // Here the broker comes to itself by its own certificate too, and not by a listener inside of a container.
    const supers = { 'super.users': `${environment['KAFKA_SUPER_USERS'] ?? ''};User:kafka` };
    broker = await KafkaBroker.start({
      heapMb: 256,
      protocol: 'SSL',
      settings: { ...Object.fromEntries(settings), ...supers },
    });
    const server = readFileSync(secret('broker-server'), 'utf8');
    const ssl = { ca: readFileSync(secret('broker-authority'), 'utf8'), cert: server, key: server };
    const connection = join(folder, 'connection.json');
    writeFileSync(connection, JSON.stringify({ brokers: broker.brokers, ssl }));
    const allow = [
      process.execPath,
      '--disable-warning=TimeoutNegativeWarning',
      join(__dirname, 'allow.cjs'),
      connection,
    ];
    execFileSync('sh', [join(WORKSPACE, 'deploy/compose/kafka/accounts.sh'), ...allow], { stdio: 'inherit' });
  }, 300_000);
  afterAll(async () => {
    await broker.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('let the job alone make topics', async () => {
    const topics = CONTEXTS.map((context) => ({ topic: topicOf(context), numPartitions: 1, replicationFactor: 1 }));
    for (const [account, made] of [
      ['intake', false],
      ['migrations', true],
    ] as const) {
      const admin = as(account).admin();
      await admin.connect();
      const making = admin
        .createTopics({ topics, waitForLeaders: false })
        .catch((error: unknown) => (error as Error).name);
      expect(await making).toBe(made ? true : 'KafkaJSAggregateError');
      await admin.disconnect();
    }
  });

  it.each(CONTEXTS)('let %s write to its own topic alone, and see which there are', async (context) => {
    const kafka = as(context);
    const admin = kafka.admin();
    await admin.connect();
    expect((await admin.listTopics()).filter((topic) => topic.startsWith('parley.')).toSorted()).toEqual(
      CONTEXTS.map(topicOf).toSorted(),
    );
    await admin.disconnect();
    const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
    await producer.connect();
    const sentTo = (topic: string): Promise<unknown> =>
      producer
        .send({ topic, compression: CompressionTypes.GZIP, messages: [{ value: context }] })
        .then(() => 'sent')
        .catch((error: unknown) => (error as Error).message);
    for (const other of CONTEXTS)
      expect([other, await sentTo(topicOf(other))]).toEqual([
        other,
        other === context ? 'sent' : expect.stringMatching(/^Not authorized to access topics/),
      ]);
    await producer.disconnect();
  });

  it.each(CONTEXTS)('let %s hear of the others, in its own groups alone', async (context) => {
    const told = CONTEXTS.filter((each) => each !== context && each !== 'audit').map(topicOf);
    expect((await heardBy(context, `parley.${context}.spec`, told)).toSorted()).toEqual(
      told.map((topic) => topic.split('.')[1]).sort(),
    );
    await expect(heardBy(context, `parley.other.${context}`, told)).rejects.toThrow(
      /Not authorized to access group|Failed to find group coordinator/,
    );
    if (context !== 'audit')
      await expect(heardBy(context, `parley.${context}.spec2`, [topicOf('audit')])).rejects.toThrow(/Not authorized/);
  });

  /** What lies in topics, as an account hears it. The first group of a new broker may come before its coordinator. */
  async function heardBy(account: string, groupId: string, topics: readonly string[]): Promise<readonly string[]> {
    for (;;) {
      try {
        return await heardOnce(account, groupId, topics);
      } catch (failure) {
        if (!(failure instanceof Error && failure.message.includes('coordinator is loading'))) throw failure;
      }
    }
  }

  async function heardOnce(account: string, groupId: string, topics: readonly string[]): Promise<readonly string[]> {
    const consumer = as(account).consumer({ groupId, retry: { retries: 2 } });
    const heard: string[] = [];
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...topics], fromBeginning: true });
      await consumer.run({
        eachMessage: async ({ message }) => {
          heard.push(message.value?.toString() ?? '');
          if (heard.length === topics.length) resolve(undefined);
        },
      });
      await promise;
      return heard;
    } finally {
      await consumer.disconnect();
    }
  }
});
