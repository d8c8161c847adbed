import { suitableJava } from './java';
import { hasMaven, isKafkaFetched } from './kafka-distribution';

export type LocalKafkaProblem =
  /** There is no Java 17 or newer. */
  | 'java-missing'
  /** Kafka is not in the cache yet, and there is no Maven to fetch it. */
  | 'maven-missing'
  /** Maven could not fetch it; the message quotes its last words. */
  | 'fetch-failed'
  /** A port that the broker was given, or had on this data before, is taken. */
  | 'port-taken'
  /** Kafka itself gave up; the message quotes its last words. */
  | 'failed';

/** Why the local Kafka does not run. The message is one sentence for the person at the terminal. */
export class LocalKafkaError extends Error {
  override readonly name = 'LocalKafkaError';

  constructor(
    readonly problem: LocalKafkaProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * Why no broker can be started on this machine, as the end of a sentence; `null` when one can. It may take a second to
 * find out.
 */
export function localKafkaAbsence(): string | null {
  if (suitableJava() === null) return 'there is no Java 17 or newer';
  if (!isKafkaFetched() && !hasMaven()) return 'there is no Maven to fetch Apache Kafka with';
  return null;
}
