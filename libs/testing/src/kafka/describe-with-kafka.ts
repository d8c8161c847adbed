import { localKafkaAbsence } from '@parley/local-kafka';
import { tellAtEndOfRun } from '../not-run';
import { announcedKafka } from './kafka-source';

const isRequired = (): boolean => process.env['PARLEY_REQUIRE_KAFKA'] === '1';

/**
 * `describe` where a broker can be had. Elsewhere the block is skipped, and the end of the run says so and why; with
 * PARLEY_REQUIRE_KAFKA=1 it fails instead.
 */
export function describeWithKafka(name: string, specs: () => void): void {
  const source = announcedKafka();
  describeUnless(source.kind === 'absent' ? source.why : null, isRequired(), name, specs);
}

/**
 * The same for specs that start brokers of their own to kill them. A broker that somebody else runs is no use to them.
 */
export function describeWithLocalKafka(name: string, specs: () => void): void {
  describeUnless(localKafkaAbsence(), isRequired() && announcedKafka().kind !== 'given', name, specs);
}

function describeUnless(absence: string | null, required: boolean, name: string, specs: () => void): void {
  if (absence === null) {
    describe(name, specs);
  } else if (required) {
    describe(name, () => {
      it('has a Kafka to run on', () => {
        throw new Error(`PARLEY_REQUIRE_KAFKA is set, but there is no Kafka: ${absence}.`);
      });
    });
  } else {
    tellAtEndOfRun(`Not run for want of a Kafka broker, because ${absence}: ${name}.`);
    describe.skip(name, specs);
  }
}
