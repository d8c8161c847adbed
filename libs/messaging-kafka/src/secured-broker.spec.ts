import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { InMemoryEventStore } from '@parley/event-store';
import { createLogger } from '@parley/telemetry';
import { createServiceDatabase, record } from '@parley/projections/testing';
import { describeWithLocalKafka } from '@parley/testing/kafka';
import { BrokerFailure, type BrokerProblem } from './client/broker-failure';
import { KafkaFeed } from './consumption/kafka-feed';
import { KafkaPublisher } from './relay/kafka-publisher';
import type { KafkaSasl, KafkaSettings, KafkaTls } from './settings/kafka-settings';
import { each, textOf } from './testing/effects';
import { within } from './testing/incidents/within';
import { LOCALHOST } from '@parley/testing';
import {
  PASSWORDS,
  startBrokerWithCertificates,
  startBrokerWithPasswords,
  type SecuredBroker,
} from './testing/secured-broker';
import { StandingClock } from './testing/standing-clock';
import { TEST_ORIGINS, testSigner } from './testing/test-origins';
import { texts } from './testing/texts';
import { toldBy } from './testing/told';

interface Credentials {
  readonly tls?: KafkaTls;
  readonly sasl?: KafkaSasl;
}

const TLS: KafkaTls = { ca: LOCALHOST.certificate };
const PLAIN: Credentials = { tls: TLS, sasl: { mechanism: 'plain', username: 'intake', password: PASSWORDS.plain } };
const SCRAM: Credentials = {
  tls: TLS,
  sasl: { mechanism: 'scram-sha-512', username: 'evidence', password: PASSWORDS.scram },
};
const WRONG_PLAIN: Credentials = {
  tls: TLS,
  sasl: { mechanism: 'plain', username: 'intake', password: PASSWORDS.wrong },
};
const WRONG_SCRAM: Credentials = {
  tls: TLS,
  sasl: { mechanism: 'scram-sha-512', username: 'evidence', password: PASSWORDS.wrong },
};

/** A service that tells and hears its own letters, and the log that it writes of what goes wrong. */
async function openCorrespondence(namespace: string) {
  const database = await createServiceDatabase('consumer');
  const { dataSource } = database;
  const clock = new StandingClock();
  const store = new InMemoryEventStore({ clock });
  const log: string[] = [];
  const logger = createLogger('trace', { write: (line) => void log.push(line) });
  const heard: string[] = [];

  const begin = (broker: SecuredBroker, credentials: Credentials) => {
    const { brokers } = broker.broker;
    const kafka: KafkaSettings = {
      brokers,
      namespace,
      partitions: 2,
      replication: 1,
      retentionHours: -1,
      ...credentials,
    };
    const failures: { readonly failure: unknown; readonly at: number }[] = [];
    const onFailure = (failure: unknown): void => {
      failures.push({ failure, at: performance.now() });
      logger.error({ err: failure }, 'it is tried again');
    };
    const publisher = new KafkaPublisher({
      kafka,
      store,
      dataSource,
      clock,
      signerOf: testSigner,
      recordingMs: 0,
      progressMs: 500,
      takeOverMs: 200,
      onFailure,
    });
    const relay = publisher.publish('intake', toldBy('intake'));
    const consumption = new KafkaFeed({
      kafka,
      dataSource,
      origins: TEST_ORIGINS,
      sessionMs: 6_000,
      onFailure,
    }).consume({
      contexts: ['intake'],
      group: 'letters',
      signal: new AbortController().signal,
      take: each((event) => {
        if (!heard.includes(textOf(event))) heard.push(textOf(event));
      }),
    });
    return {
      failures,
      words: () => [relay.status().lastFailure, consumption.status().lastFailure],
      arrived: async () => {
        await relay.idle();
        await consumption.idle();
      },
      end: () => Promise.all([relay.stop(), consumption.stop()]),
    };
  };
  const tell = async (count: number): Promise<void> => {
    for (const text of texts(count))
      await record(store, 'intake.case', `case${Number(text) % 3}`, { type: 'Told', data: { text } });
  };
  return { begin, tell, log, heard, drop: () => database.drop() };
}

const showsNoPassword = (words: readonly unknown[]): void => {
  for (const password of Object.values(PASSWORDS)) expect(JSON.stringify(words)).not.toContain(password);
};

describeWithLocalKafka('a broker over TLS that asks for a name and a password', () => {
  let secured: SecuredBroker;
  beforeAll(async () => void (secured = await startBrokerWithPasswords()), 180_000);
  afterAll(() => secured.stop());

  it.each([
    ['plain', PLAIN],
    ['scram', SCRAM],
  ])(
    'is told and heard from by %s',
    async (namespace: string, credentials: Credentials) => {
      const { begin, tell, heard, log, drop } = await openCorrespondence(namespace);
      const service = begin(secured, credentials);
      await tell(20);
      await service.arrived();
      expect(heard.toSorted()).toEqual(texts(20).toSorted());
      await service.end();
      await drop();
      showsNoPassword(log);
      // The broker has just been started.
      expect(log.join('')).not.toMatch(/coordinator is loading|not the leader/);
    },
    120_000,
  );

  it.each([
    ['wrong-plain', WRONG_PLAIN, /authentication failed/, 'refused'],
    ['wrong-scram', WRONG_SCRAM, /authentication failed/, 'refused'],
    ['untrusted', { ...PLAIN, tls: {} }, /self-signed certificate/, 'untrusted'],
    ['in-the-clear', {}, /Closed connection/, undefined],
  ] satisfies [string, Credentials, RegExp, BrokerProblem | undefined][])(
    'says why it gets nothing (%s), is asked ever more seldom, and gets all once the settings are right',
    async (namespace: string, credentials: Credentials, reason: RegExp, problem: BrokerProblem | undefined) => {
      const { begin, tell, heard, log, drop } = await openCorrespondence(namespace);
      const refused = begin(secured, credentials);
      await tell(5);
      await within(60_000, 'nothing says why', () => refused.words().every((words) => reason.test(words ?? '')));
      await within(60_000, 'it gave up', () => refused.failures.length >= 8);
      await refused.end();
      for (const words of refused.words()) expect(words).not.toContain('\n');
      // Four times by each of two: at once, and after 100, 200 and 400 ms.
      expect((refused.failures[7]?.at ?? 0) - (refused.failures[0]?.at ?? 0)).toBeGreaterThan(600);
      for (const { failure } of refused.failures)
        expect(failure instanceof BrokerFailure ? failure.problem : undefined).toBe(problem);
      showsNoPassword([refused.words(), log]);
      expect(heard).toEqual([]);
      const right = begin(secured, PLAIN);
      await right.arrived();
      expect(heard.toSorted()).toEqual(texts(5).toSorted());
      await within(20_000, 'it still says that it fails', () => right.words().every((words) => words === undefined));
      await right.end();
      await drop();
    },
    180_000,
  );

  it('is heard from without a new start once it takes the password', async () => {
    const { begin, tell, heard, log, drop } = await openCorrespondence('mended');
    const service = begin(secured, WRONG_PLAIN);
    await tell(5);
    await within(60_000, 'nothing says why', () => service.words().every((words) => words !== undefined));
    await changePassword(secured, PASSWORDS.wrong);
    await service.arrived();
    expect(heard.toSorted()).toEqual(texts(5).toSorted());
    await service.end();
    await drop();
    showsNoPassword(log);
  }, 180_000);
});

async function changePassword({ broker }: SecuredBroker, password: string): Promise<void> {
  const [node] = broker.nodes;
  const file = path.join(node!.folder, 'server.properties');
  await node!.stop();
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(PASSWORDS.plain, password));
  await node!.start();
}

describeWithLocalKafka('a broker over TLS that asks for a certificate', () => {
  let secured: SecuredBroker;
  beforeAll(async () => void (secured = await startBrokerWithCertificates()), 180_000);
  afterAll(() => secured.stop());

  it('is told and heard from with one, and refuses who has none', async () => {
    const { begin, tell, heard, drop } = await openCorrespondence('certified');
    await tell(5);
    const without = begin(secured, { tls: TLS });
    await within(60_000, 'it got in', () => without.words().every((words) => words !== undefined));
    await without.end();
    expect(
      without.failures.some(({ failure }) => failure instanceof BrokerFailure && failure.problem === 'refused'),
    ).toBe(true);
    expect(heard).toEqual([]);
    const service = begin(secured, { tls: { ...TLS, cert: LOCALHOST.certificate, key: LOCALHOST.key } });
    await service.arrived();
    expect(heard.toSorted()).toEqual(texts(5).toSorted());
    await service.end();
    await drop();
  }, 180_000);
});
