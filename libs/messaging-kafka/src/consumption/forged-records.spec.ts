import { generateKeyPairSync } from 'node:crypto';
import { plusMillis } from '@parley/kernel';
import { hasHeard, type PublicEvent } from '@parley/messaging';
import { describeWithKafka, openTestKafka } from '@parley/testing/kafka';
import { CompressionTypes, Kafka, logLevel } from 'kafkajs';
import { messageSigner, signatureOf } from '../origin/message-signer';
import { SIGNATURE_HEADER } from '../origin/signed-bytes';
import { hearingService } from '../testing/hearing-service';
import { openKafkaHarness, type KafkaHarness } from '../testing/kafka-harness';
import { testSigner } from '../testing/test-origins';
import { readTopic } from '../testing/topic-log';
import { TELLING_CONTEXTS, topicOf } from '../topics';
import { recordOfMark } from '../wire/progress-mark';

/** A message that somebody puts into a topic, and why it is set aside. */
interface Forgery {
  readonly reason: string;
  readonly partition: number;
  readonly key: string | null;
  readonly value: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** A message that a context told, as it lies in its topic. */
type Genuine = Omit<Forgery, 'reason'>;

const [CASE, OTHER_CASE] = ['case1', 'case2'] as const;
const STRANGER = messageSigner(generateKeyPairSync('ed25519').privateKey);
const END_OF_TIME = '9999-12-31T00:00:00.000Z' as PublicEvent['time'];

describeWithKafka('a forged message', () => {
  let harness: KafkaHarness;
  beforeAll(() => openTestKafka(), 120_000);
  beforeEach(async () => void (harness = await openKafkaHarness({ contexts: TELLING_CONTEXTS, partitions: 2 })));
  afterEach(() => harness.close());

  const topic = (context: string): string => topicOf(harness.settings.namespace, context);

  async function genuineOf(context: string): Promise<Genuine> {
    const log = await readTopic(harness.client, topic(context));
    const partition = log.findIndex((records) => records.length > 0);
    const { key, value, headers } = log[partition]![0]!;
    const texts = Object.entries(headers).map(([name, bytes]) => [name, Buffer.from(bytes).toString()] as const);
    return { partition, key: Buffer.from(key!).toString(), value: value!, headers: Object.fromEntries(texts) };
  }

  /** Every kind of forgery that can be made of what somebody reads in the topics. */
  async function forgeriesOf(context: string, told: Genuine, elsewhere: Genuine): Promise<readonly Forgery[]> {
    const { [SIGNATURE_HEADER]: _, ...unsigned } = told.headers;
    const { ce_event: _left, ...unnamed } = told.headers;
    const [place, away] = [{ topic: topic(context), partition: told.partition }, 1 - told.partition];
    const by = async (signer = STRANGER, where = place) => ({
      ...unsigned,
      [SIGNATURE_HEADER]: await signatureOf(signer, where, { ...told, headers: unsigned }),
    });
    const mark = recordOfMark({ context, instant: END_OF_TIME, partitions: 2 });
    const neighbour = TELLING_CONTEXTS.find((each) => each !== context)!;
    const altered = (reason: string, more: Readonly<Record<string, string>>) => ({
      ...told,
      reason,
      headers: { ...told.headers, ...more },
    });
    return [
      { ...told, reason: 'unsigned', headers: unsigned },
      { ...told, reason: 'unknown-key', headers: await by() },
      { ...told, reason: 'foreign-key', headers: await by(testSigner(neighbour)) },
      { ...told, reason: 'wrong-signature', value: Buffer.from('altered') },
      { ...told, reason: 'wrong-signature', partition: away },
      { ...told, reason: 'wrong-signature', headers: unnamed },
      { ...altered('wrong-signature', { ce_subject: OTHER_CASE }), key: OTHER_CASE },
      { ...told, reason: 'wrong-signature', headers: await by(testSigner(context), { ...place, topic: 'other.v1' }) },
      altered('wrong-signature', { ce_tier: told.headers['ce_tier'] === 'PUBLIC' ? 'FILER' : 'PUBLIC' }),
      altered('wrong-signature', { ce_time: '2024-01-01T00:00:00.000Z' }),
      altered('wrong-signature', { ce_actorid: 'us-desk', ce_actorrole: 'desk' }),
      altered('wrong-signature', { ce_priority: '1' }),
      altered('wrong-signature', { [SIGNATURE_HEADER]: 'nothing of the kind' }),
      { ...elsewhere, reason: 'foreign-source' },
      {
        ...elsewhere,
        reason: 'foreign-key',
        headers: { ...elsewhere.headers, ce_source: `/parley/${context}`, ce_type: `parley.${context}.v1.Told` },
      },
      { ...mark, reason: 'unsigned', partition: 0, key: null },
      {
        ...mark,
        reason: 'wrong-signature',
        partition: 1,
        key: null,
        headers: { ...mark.headers, [SIGNATURE_HEADER]: told.headers[SIGNATURE_HEADER]! },
      },
    ];
  }

  async function send(context: string, messages: readonly Genuine[]): Promise<void> {
    const producer = new Kafka({ brokers: [...harness.settings.brokers], logLevel: logLevel.NOTHING }).producer();
    await producer.connect();
    await producer.send({
      topic: topic(context),
      compression: CompressionTypes.GZIP,
      messages: messages.map((each) => ({ ...each, value: Buffer.from(each.value), headers: { ...each.headers } })),
    });
    await producer.disconnect();
  }

  it('of any kind, in any topic, is set aside with its reason, holds back no case and moves no clock', async () => {
    for (const context of TELLING_CONTEXTS) await harness.tell(context, CASE, `${context} before`);
    await harness.published();
    const told = new Map<string, Genuine>();
    for (const context of TELLING_CONTEXTS) told.set(context, await genuineOf(context));
    const reasons: string[] = [];
    for (const [context, genuine] of told) {
      const [, elsewhere] = [...told].find(([each]) => each !== context)!;
      const forgeries = await forgeriesOf(context, genuine, elsewhere);
      reasons.push(...forgeries.map(({ reason }) => `not a public event of ${context}: ${reason}`));
      // What is sent again as it was is no forgery: it is the same message twice, and is heard once.
      await send(context, [...forgeries, genuine]);
    }
    for (const context of TELLING_CONTEXTS) await harness.tell(context, CASE, `${context} after`);
    const { hearing, heard, stop } = hearingService(harness, harness.openFeed(), undefined, TELLING_CONTEXTS);
    await harness.published();
    await hearing.idle();
    expect(heard.toSorted()).toEqual(TELLING_CONTEXTS.flatMap((each) => [`${each} after`, `${each} before`]).sort());
    const parked = await hearing.parked();
    expect(parked.map(({ reason }) => reason).toSorted()).toEqual(reasons.sort());
    // Each is to be dismissed by itself, by an id that says where it lies.
    expect(new Set(parked.map(({ id }) => id)).size).toBe(reasons.length);
    const { manager } = harness.dataSource;
    const before = { group: 'hearing', contexts: TELLING_CONTEXTS, subject: CASE };
    const recordedAt = told.get('intake')!.headers['ce_recordedat'] as PublicEvent['time'];
    expect(await hasHeard(manager, { ...before, instant: recordedAt })).toBe(true);
    expect(await hasHeard(manager, { ...before, instant: plusMillis(harness.clock.now(), 1) })).toBe(false);
    expect(await hearing.replayParked()).toBe(0);
    expect(await hearing.parked()).toEqual(parked);
    await stop();
  });
});
