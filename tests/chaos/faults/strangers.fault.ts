import { randomUUID } from 'node:crypto';
import { CompressionTypes, type Message } from 'kafkajs';
import { Client } from '../../support/client';
import { isStrangers, type Operations } from '../checker/operations.check';
import { TELLING, topicOf } from '../checker/every-record';
import type { Installation } from '../installation/installation';
import { until } from '../until';
import type { Fault } from './fault';

/** Larger than a public event may be, and small enough to pass the broker. */
const TOO_LARGE = 1_200_000;
const SEEN_WITHIN_MS = 180_000;

/**
 * Records that are no public events come into every topic. The operator sees them parked with a reason, and nobody
 * waits behind them.
 */
export const strangers: Fault = {
  name: 'strangers',
  what: 'garbage and a stranger’s messages come into the topics',
  during: async (installation) => {
    const before = await parkedStrangers(installation);
    const producer = installation.kafka.producer();
    await producer.connect();
    try {
      for (const context of TELLING)
        await producer.send({
          topic: topicOf(installation.namespace, context),
          messages: [...unreadable(context), unknown(context)],
          compression: CompressionTypes.GZIP,
        });
    } finally {
      await producer.disconnect();
    }
    const parkedAtLeast = before + TELLING.reduce((sum, context) => sum + unreadable(context).length, 0);
    await until('strangers’ messages to be parked', SEEN_WITHIN_MS, async () =>
      (await parkedStrangers(installation)) >= parkedAtLeast ? true : undefined,
    );
  },
};

const eventOf = (context: string) => ({
  ce_specversion: '1.0',
  ce_id: randomUUID(),
  ce_source: `/parley/${context}`,
  ce_type: `parley.${context}.v1.CaseRegistered`,
  ce_subject: 'a-case',
  ce_time: '2026-03-02T08:00:00.000Z',
  ce_recordedat: '2026-03-02T08:00:00.000Z',
  ce_sequence: '0',
  ce_tier: 'PUBLIC',
  'content-type': 'application/protobuf',
});

const unreadable = (context: string): readonly Message[] => [
  { key: 'a-case', value: 'no headers' },
  { key: null, value: Buffer.from([0xff, 0x00, 0xfe]), headers: { ce_id: Buffer.from([0xff, 0xfe]) } },
  { key: 'a-case', value: null },
  { key: 'a-case', value: 'of a stranger', headers: { ...eventOf(context), ce_source: '/parley/elsewhere' } },
  { key: 'another-case', value: 'in the wrong partition', headers: eventOf(context) },
  { key: 'a-case', value: Buffer.alloc(TOO_LARGE, 1), headers: eventOf(context) },
];

/**
 * A message of a later version that is not public. It is heard, counted and passed over. A public one would wait in the
 * audit for an instance that knows it.
 */
function unknown(context: string): Message {
  const subject = randomUUID();
  const headers = {
    ...eventOf(context),
    ce_subject: subject,
    ce_type: `parley.${context}.v9.NobodyKnows`,
    ce_tier: 'PARTIES',
  };
  return { key: subject, value: Buffer.from([0x0a, 0x01, 0x61]), headers };
}

async function parkedStrangers({ url }: Installation): Promise<number> {
  const operator = await Client.as(url, 'operator');
  return (await operator.read<Operations>('/v1/operations')).parked.filter(isStrangers).length;
}
