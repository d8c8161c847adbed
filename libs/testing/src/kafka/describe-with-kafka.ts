import { localKafkaAbsence } from '@parley/local-kafka';
import { describeUnlessAbsent } from '../describe-unless';
import { announcedKafka } from './kafka-source';

const what = 'a Kafka broker';
const isRequired = (): boolean => process.env['PARLEY_REQUIRE_KAFKA'] === '1';

/**
 * `describe` where a broker can be had. Elsewhere the block is skipped, and the end of the run says so and why; with
 * PARLEY_REQUIRE_KAFKA=1 it fails instead.
 */
export function describeWithKafka(name: string, specs: () => void): void {
  const source = announcedKafka();
  const absence = source.kind === 'absent' ? source.why : null;
  describeUnlessAbsent(name, { what, absence, isRequired: isRequired() }, specs);
}

/**
 * The same for specs that start brokers of their own to kill them. A broker that somebody else runs is no use to them.
 */
export function describeWithLocalKafka(name: string, specs: () => void): void {
  const needed = { what, absence: localKafkaAbsence(), isRequired: isRequired() && announcedKafka().kind !== 'given' };
  describeUnlessAbsent(name, needed, specs);
}
