import { suitableJava } from './java';
import { hasMaven, isKafkaFetched } from './kafka-distribution';

/**
 * Why no broker can be started on this machine, as the end of a sentence; `null` when one can. It may take a second to
 * find out.
 */
export function localKafkaAbsence(): string | null {
  if (suitableJava() === null) return 'there is no Java 17 or newer';
  if (!isKafkaFetched() && !hasMaven()) return 'there is no Maven to fetch Apache Kafka with';
  return null;
}
