import { hasHeard, type PublicEvent } from '@parley/messaging';
import { describeWithKafka, openTestKafka } from '@parley/testing/kafka';
import { CompressionTypes, Kafka, logLevel, type Message } from 'kafkajs';
import { signatureOf } from '../origin/message-signer';
import { SIGNATURE_HEADER } from '../origin/signed-bytes';
import { hearingService } from '../testing/hearing-service';
import { openKafkaHarness, type KafkaHarness } from '../testing/kafka-harness';
import { testSigner } from '../testing/test-origins';

const told: PublicEvent = {
  id: 'a-strangers',
  source: '/parley/intake',
  type: 'parley.intake.v1.Told',
  subject: 'case1',
  time: '2025-02-05T08:00:00.000Z' as PublicEvent['time'],
  recordedat: '2025-02-05T08:00:00.000Z' as PublicEvent['time'],
  sequence: 0,
  tier: 'PUBLIC',
  datacontenttype: 'application/protobuf',
  data: new Uint8Array(),
};
const headers = {
  ce_specversion: '1.0',
  ce_id: told.id,
  ce_source: told.source,
  ce_type: told.type,
  ce_subject: told.subject,
  ce_time: told.time,
  ce_recordedat: told.recordedat,
  ce_sequence: '0',
  ce_tier: told.tier,
  'content-type': told.datacontenttype,
};

const STRANGE: readonly (readonly [string, Message])[] = [
  ['no-headers', { key: 'case1', value: 'garbage \u0000' }],
  ['no-value', { key: 'case1', value: null, headers }],
  ['too-large', { key: 'case1', value: Buffer.alloc(1_500_000), headers }],
  ['no-cloud-event', { key: 'case1', value: 'x', headers: { 'content-type': 'text/plain', from: 'a stranger' } }],
  ['content-type', { key: 'case1', value: 'x', headers: { ...headers, 'content-type': 'application/json' } }],
  ['missing-attribute', { key: 'case1', value: 'x', headers: { ...headers, ce_id: 'with \u0000 in it' } }],
  ['wrong-attribute', { key: 'case1', value: 'x', headers: { ...headers, ce_time: 'yesterday' } }],
  ['foreign-source', { key: 'case1', value: 'x', headers: { ...headers, ce_source: '/parley/evidence' } }],
  ['foreign-type', { key: 'case1', value: 'x', headers: { ...headers, ce_type: 'other.thing' } }],
  ['wrong-key', { key: 'case2', value: 'x', headers }],
  ['wrong-mark', { value: '{"instant":"9999-12-31T00:00:00Z"}', headers: { ce_type: 'parley.progress.v1' } }],
];

describeWithKafka('what is no public event of its topic', () => {
  let harness: KafkaHarness;
  beforeAll(() => openTestKafka(), 120_000);
  beforeEach(async () => void (harness = await openKafkaHarness()));
  afterEach(() => harness.close());

  async function sendStrange(): Promise<void> {
    const { settings } = harness;
    const producer = new Kafka({ brokers: [...settings.brokers], logLevel: logLevel.NOTHING }).producer({
      allowAutoTopicCreation: false,
    });
    await producer.connect();
    for (const [, message] of STRANGE) {
      await producer.send({
        topic: `${settings.namespace}.intake.v1`,
        compression: CompressionTypes.GZIP,
        messages: [{ ...message, partition: 0 }],
      });
    }
    await producer.disconnect();
  }

  it('is parked with its reason, holds nobody back, and stays parked when it is tried again', async () => {
    await harness.tell('intake', 'case1', 'before');
    await harness.published();
    await sendStrange();
    await harness.tell('intake', 'case1', 'after');
    const { manager } = harness.dataSource;
    const { hearing, heard, stop } = hearingService(harness, harness.openFeed());
    await harness.published();
    await hearing.idle();
    expect(heard).toEqual(['before', 'after']);
    const parked = await hearing.parked();
    expect(parked.map(({ reason }) => reason)).toEqual(
      STRANGE.map(([reason]) => `not a public event of intake: ${reason}`),
    );
    expect(new Set(parked.map(({ key }) => key)).size).toBe(STRANGE.length);
    expect(
      await hasHeard(manager, { group: 'hearing', contexts: ['intake'], subject: 'case1', instant: told.time }),
    ).toBe(true);
    expect(await hearing.replayParked()).toBe(0);
    expect(await hearing.parked()).toEqual(parked);
    await stop();
  });

  it('is handled when a later version knows what it is', async () => {
    const { hearing, heard, stop } = hearingService(harness, harness.openFeed());
    const place = { topic: 'topic.v1', partition: 0 };
    const signature = await signatureOf(testSigner('intake'), place, {
      key: 'case1',
      value: Buffer.from('known now'),
      headers,
    });
    const signed = { ...headers, [SIGNATURE_HEADER]: signature };
    const body = {
      ...place,
      context: 'intake',
      key: Buffer.from('case1').toString('base64'),
      value: Buffer.from('known now').toString('base64'),
      headers: Object.entries(signed).map((header) => header.map((text) => Buffer.from(text).toString('base64'))),
    };
    await harness.dataSource.query(
      `INSERT INTO consumer.work (kind, id, key, body, recorded_at, reason, tries, parked_at) VALUES ('unread', ` +
        `'topic.v1/0/7', 'topic.v1/0/7', $1, now(), 'unknown then', 1, now())`,
      [JSON.stringify(body)],
    );
    expect(await hearing.replayParked()).toBe(1);
    await hearing.idle();
    expect(heard).toEqual(['known now']);
    expect(await hearing.parked()).toEqual([]);
    await stop();
  });
});
