import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from '@parley/embedded-postgres';
import { describeWithLocalKafka } from '@parley/testing/kafka';
import { Kafka, logLevel } from 'kafkajs';
import { KafkaBroker } from './kafka-broker';

const TOPIC = 'letters';
const clientOf = (brokers: readonly string[]): Kafka =>
  new Kafka({
    brokers: [...brokers],
    logLevel: logLevel.NOTHING,
    retry: { retries: 20, initialRetryTime: 100, maxRetryTime: 1_000 },
  });

async function createTopic(kafka: Kafka, copies: number): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: 1, replicationFactor: copies }] });
  await admin.disconnect();
}

async function send(kafka: Kafka, value: string): Promise<void> {
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  await producer.send({ topic: TOPIC, acks: -1, messages: [{ key: 'case', value }] });
  await producer.disconnect();
}

async function receive(kafka: Kafka, count: number): Promise<readonly string[]> {
  const consumer = kafka.consumer({ groupId: `readers-${process.hrtime.bigint()}` });
  await consumer.connect();
  await consumer.subscribe({ topic: TOPIC, fromBeginning: true });
  const values: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const eachMessage = async ({ message }: { readonly message: { readonly value: Buffer | null } }): Promise<void> => {
      if (values.push(String(message.value)) === count) resolve();
    };
    consumer.run({ eachMessage }).catch(reject);
  });
  await consumer.disconnect();
  return values;
}

async function leader(kafka: Kafka): Promise<number> {
  const admin = kafka.admin();
  await admin.connect();
  const { topics } = await admin.fetchTopicMetadata({ topics: [TOPIC] });
  await admin.disconnect();
  return topics[0]!.partitions[0]!.leader;
}

describeWithLocalKafka('a Kafka of one node', () => {
  let broker: KafkaBroker;
  let kafka: Kafka;

  beforeAll(async () => {
    broker = await KafkaBroker.start({ heapMb: 256 });
    kafka = clientOf(broker.brokers);
    await createTopic(kafka, 1);
  }, 120_000);
  afterAll(() => broker.stop());

  it('gives back what was sent', async () => {
    await send(kafka, 'dear sir');
    expect(await receive(kafka, 1)).toEqual(['dear sir']);
  });

  it('keeps over kill -9 what it has acknowledged, and comes back at the same address', async () => {
    await send(kafka, 'dear madam');
    await broker.nodes[0]!.kill();
    await broker.nodes[0]!.start();
    expect(await receive(kafka, 2)).toEqual(['dear sir', 'dear madam']);
  }, 120_000);

  it('stands still while it is paused, and goes on', async () => {
    const client = new Kafka({
      brokers: [...broker.brokers],
      logLevel: logLevel.NOTHING,
      connectionTimeout: 500,
      requestTimeout: 500,
      retry: { retries: 0 },
    });
    const admin = client.admin();
    await admin.connect();
    broker.nodes[0]!.pause();
    await expect(admin.listTopics()).rejects.toThrow(/timed out/);
    broker.nodes[0]!.resume();
    await expect(kafka.admin().listTopics()).resolves.toContain(TOPIC);
    await admin.disconnect();
  });

  it('makes no topic for being named', async () => {
    const producer = new Kafka({
      brokers: [...broker.brokers],
      logLevel: logLevel.NOTHING,
      retry: { retries: 0 },
    }).producer();
    await producer.connect();
    await expect(producer.send({ topic: 'mistyped', messages: [{ value: 'x' }] })).rejects.toThrow(
      /does not host this topic-partition/,
    );
    await producer.disconnect();
  });
});

describeWithLocalKafka('a Kafka on a folder to keep', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'parley-kept-kafka-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('finds its data and its ports again after a stop', async () => {
    const first = await KafkaBroker.start({ dataDir, heapMb: 256 });
    await createTopic(clientOf(first.brokers), 1);
    await send(clientOf(first.brokers), 'kept');
    await first.stop();
    const second = await KafkaBroker.start({ dataDir, heapMb: 256 });
    expect(second.brokers).toEqual(first.brokers);
    expect(await receive(clientOf(second.brokers), 1)).toEqual(['kept']);
    await second.stop();
  }, 120_000);

  it('is refused while another process runs one there', async () => {
    writeFileSync(path.join(dataDir, 'launcher.pid'), String(process.ppid));
    await expect(KafkaBroker.start({ dataDir, heapMb: 256 })).rejects.toMatchObject({
      name: 'LocalKafkaError',
      message: expect.stringContaining('is in use by another process'),
    });
  });
});

describeWithLocalKafka('a Kafka of three nodes', () => {
  let broker: KafkaBroker;

  beforeAll(async () => {
    broker = await KafkaBroker.start({ nodes: 3, heapMb: 256 });
  }, 180_000);
  afterAll(() => broker.stop());

  it('elects another leader when one is killed, and loses nothing', async () => {
    const kafka = clientOf(broker.brokers);
    await createTopic(kafka, 3);
    await send(kafka, 'before');
    const killed = await leader(kafka);
    await broker.nodes[killed - 1]!.kill();
    const others = clientOf(broker.nodes.filter((node) => node.running).map((node) => node.address));
    // The others go on naming the killed node until the controllers have missed it for long enough.
    while ((await leader(others)) === killed) await sleep(200);
    await send(others, 'after');
    expect(await receive(others, 2)).toEqual(['before', 'after']);
  }, 120_000);
});

describeWithLocalKafka('the process that started a Kafka', () => {
  it('takes its JVM along when it is killed with -9', async () => {
    const script =
      `require('@parley/local-kafka').KafkaBroker.start({ heapMb: 256 }).then((broker) => ` +
      'console.log(broker.nodes[0].pid))';
    const parent = spawn(process.execPath, ['-e', script], {
      cwd: path.resolve(__dirname, '..'),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const jvm = Number(String(line));
    expect(isRunning(jvm)).toBe(true);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    // Where the system does not end the node, the next start does, and removes its folder.
    await (await KafkaBroker.start({ heapMb: 256 })).stop();
    // A killed process is there until the system has taken note of its end.
    while (isRunning(jvm)) await sleep(100);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`parley-kafka-${parent.pid}-`))).toEqual([]);
  }, 120_000);
});
