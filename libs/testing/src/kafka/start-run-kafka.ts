import { KafkaBroker, localKafkaAbsence } from '@parley/local-kafka';
import { hasContainerEngine } from './container-engine';

export interface RunKafka {
  readonly brokers: readonly string[];
  stop(): Promise<void>;
}

/** Kafka 4.0 in KRaft mode, in the one family of images that `KafkaContainer` can start. */
const IMAGE = 'confluentinc/cp-kafka:8.0.0';
const CLIENTS = 9093;

/** Starts a broker for the run: in a container where an engine can run it, otherwise from Kafka's jars under Java. */
export async function startRunKafka(): Promise<RunKafka> {
  if (!(await hasContainerEngine())) return KafkaBroker.start();
  try {
    return await startContainer();
  } catch (error) {
    if (localKafkaAbsence() !== null) throw error;
    process.stderr.write(`The container engine could not start Kafka (${String(error)}); Java starts it instead.\n`);
    return KafkaBroker.start();
  }
}

async function startContainer(): Promise<RunKafka> {
  // It is loaded only where there is an engine, because loading it takes longer than many a spec.
  const { KafkaContainer } = await import('@testcontainers/kafka');
  const container = await new KafkaContainer(IMAGE)
    .withEnvironment({ KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false' })
    .start();
  const stop = async (): Promise<void> => {
    await container.stop();
  };
  return { brokers: [`${container.getHost()}:${container.getMappedPort(CLIENTS)}`], stop };
}
