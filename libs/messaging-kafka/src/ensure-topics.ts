import type { KafkaAdminPort } from './client/admin.port';
import type { KafkaClient } from './client/kafka-client';
import { kafkajsClient } from './client/kafkajs/kafkajs-client';
import type { KafkaSettings } from './settings/kafka-settings';
import { describeTopic } from './topics';

/**
 * Makes the topics of the contexts that are not there yet; those that are stay as they are. Needs no right to make topics where all exist.
 * @throws when the broker cannot be reached or refuses
 */
export async function ensureTopics(kafka: KafkaSettings, contexts: readonly string[], client: KafkaClient = kafkajsClient(kafka)): Promise<void> {
  const admin = client.admin();
  try {
    await ensureTopicsBy(admin, kafka, contexts);
  } finally {
    await admin.close();
  }
}

/** As `ensureTopics`, over a connection that is there. */
export async function ensureTopicsBy(admin: KafkaAdminPort, kafka: KafkaSettings, contexts: readonly string[]): Promise<void> {
  const topics = contexts.map((context) => describeTopic(kafka, context));
  const existing = await admin.existing(topics.map(({ name }) => name));
  const missing = topics.filter(({ name }) => !existing.has(name));
  if (missing.length > 0) await admin.create(missing);
}
