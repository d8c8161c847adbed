import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { KafkaAnswer } from './kafka-offer';
import { announcedKafka } from './kafka-source';

export interface TestKafka {
  /**
   * `host:port` of one broker or several. Everybody in the run shares it, so topics and groups need a namespace of
   * their own.
   */
  readonly brokers: readonly string[];
}

/**
 * The run's Kafka, started when the first spec asks for it (5 to 10 s, and longer when Kafka has to be fetched first:
 * give the hook that calls this two minutes). Jest's tear-down stops it.
 * @throws when there is none; call it only inside of `describeWithKafka`
 */
export async function openTestKafka(): Promise<TestKafka> {
  const source = announcedKafka();
  if (source.kind === 'given') return { brokers: source.brokers };
  if (source.kind === 'absent') throw new Error(`There is no Kafka to test with: ${source.why}.`);
  const answer = JSON.parse(await text(connect(source.port, '127.0.0.1'))) as KafkaAnswer;
  if ('failure' in answer) throw new Error(answer.failure);
  return answer;
}
