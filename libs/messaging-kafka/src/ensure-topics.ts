import { setTimeout as delay } from 'node:timers/promises';
import type { KafkaAdminPort } from './client/admin.port';
import type { KafkaClient } from './client/kafka-client';
import { kafkajsClient } from './client/kafkajs/kafkajs-client';
import type { KafkaSettings } from './settings/kafka-settings';
import { describeTopic, type TopicDescription } from './topics';

/** Brokers hear of a new topic one after another, and within milliseconds unless they are hard at work. */
const [LOOKS, LOOK_AGAIN_MS] = [100, 50];

/**
 * Makes those topics of the contexts that do not exist yet, and leaves the others as they are. It needs no right to
 * make topics where all exist.
 * @throws when the broker cannot be reached or refuses
 */
export async function ensureTopics(
  kafka: KafkaSettings,
  contexts: readonly string[],
  client: KafkaClient = kafkajsClient(kafka),
): Promise<void> {
  const admin = client.admin();
  try {
    await ensureTopicsBy(admin, kafka, contexts);
  } finally {
    await admin.close();
  }
}

/** As `ensureTopics`, over a connection that is there. */
export async function ensureTopicsBy(
  admin: KafkaAdminPort,
  kafka: KafkaSettings,
  contexts: readonly string[],
): Promise<void> {
  const topics = contexts.map((context) => describeTopic(kafka, context));
  const missing = await missingOf(admin, topics);
  if (missing.length === 0) return;
  await admin.create(missing);
  for (let looks = 1; (await missingOf(admin, missing)).length > 0; looks++) {
    if (looks === LOOKS)
      throw new Error(`the brokers have made ${missing.map(({ name }) => name).join(', ')} and do not know of it yet`);
    await delay(LOOK_AGAIN_MS);
  }
}

async function missingOf(
  admin: KafkaAdminPort,
  topics: readonly TopicDescription[],
): Promise<readonly TopicDescription[]> {
  const existing = await admin.existing(topics.map(({ name }) => name));
  return topics.filter(({ name }) => !existing.has(name));
}
