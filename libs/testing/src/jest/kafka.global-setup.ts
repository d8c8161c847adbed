import { localKafkaAbsence } from '@parley/local-kafka';
import { hasContainerEngine } from '../kafka/container-engine';
import { offerKafka, type KafkaOffer } from '../kafka/kafka-offer';
import { openTestKafka } from '../kafka/open-test-kafka';
import { announceKafka, type KafkaSource } from '../kafka/kafka-source';

declare global {
  // Jest's set-up and tear-down share nothing but the global scope, which `var` alone extends.
  var parleyTestKafka: KafkaOffer | undefined;
}

/**
 * Finds out whether the run can have a Kafka: the one that KAFKA_BROKERS names (`host:port,…`), or one that starts when
 * a spec first asks for it.
 */
export default async function announceTestKafka(): Promise<void> {
  announceKafka(await kafkaSource());
  // Where Kafka is required a spec will ask for it, and no hook should have to wait for it to be fetched.
  if (process.env['PARLEY_REQUIRE_KAFKA'] === '1' && globalThis.parleyTestKafka) await openTestKafka();
}

async function kafkaSource(): Promise<KafkaSource> {
  const given = process.env['KAFKA_BROKERS'];
  if (given) return { kind: 'given', brokers: given.split(',').map((broker) => broker.trim()) };
  const absence = (await hasContainerEngine()) ? null : localKafkaAbsence();
  if (absence !== null)
    return { kind: 'absent', why: `KAFKA_BROKERS names none, no engine for containers runs here, and ${absence}` };
  globalThis.parleyTestKafka = await offerKafka();
  return { kind: 'offered', port: globalThis.parleyTestKafka.port };
}
