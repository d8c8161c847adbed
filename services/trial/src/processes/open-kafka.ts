import path from 'node:path';
import { StartError } from '@parley/hosting/installation';
import { KafkaBroker, localKafkaAbsence, LocalKafkaError } from '@parley/local-kafka';
import type { Kept } from './kept';

/** A Kafka that carries the messages. */
export interface OpenKafka extends Kept {
  /** As the services take it. */
  readonly brokers: string;
  /** Copies of each message that it can keep, where it is ours. */
  readonly copies: number | undefined;
  stop(): Promise<void>;
}

/** Megabytes. A trial tells little. */
const HEAP_MB = 256;

/**
 * The Kafka that is given, or one of our own in the data folder.
 * @param given as the services take it
 * @param nodes of a new one of our own; a folder keeps the number that it was made with
 * @param say told what is fetched
 * @throws StartError with one sentence that says what is missing
 */
export async function openKafka(
  dataDir: string,
  given: string | undefined,
  nodes: 1 | 3,
  say: (sentence: string) => void,
): Promise<OpenKafka> {
  if (given !== undefined)
    return {
      brokers: given,
      copies: undefined,
      processes: () => [],
      keepUp: () => Promise.resolve(false),
      stop: () => Promise.resolve(),
    };
  const broker = await KafkaBroker.start({ dataDir: path.join(dataDir, 'kafka'), nodes, heapMb: HEAP_MB, say }).catch(
    (error: unknown) => {
      throw error instanceof LocalKafkaError ? new StartError(error.message) : error;
    },
  );
  return {
    brokers: broker.brokers.join(','),
    copies: broker.nodes.length,
    processes: () =>
      broker.nodes.map(({ id, pid, address, running }) => ({ name: `kafka-${id}`, pid, url: address, ready: running })),
    keepUp: async () => {
      const ended = broker.nodes.filter(({ running }) => !running);
      await Promise.all(ended.map((node) => node.start()));
      return ended.length > 0;
    },
    stop: () => broker.stop(),
  };
}

/** Why no Kafka can be had, as a sentence, before anything is started or made. */
export function kafkaAbsence(given: string | undefined): string | undefined {
  const absence = given === undefined ? localKafkaAbsence() : null;
  return absence === null
    ? undefined
    : `The distributed form needs a Kafka, and ${absence}: install it, or name a broker of your own with ` +
        'PARLEY_KAFKA_BROKERS or KAFKA_BROKERS.';
}
