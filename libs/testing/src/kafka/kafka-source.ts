/**
 * Where the run's broker comes from. Jest's set-up finds it out and passes it to the workers in an environment
 * variable.
 */
export type KafkaSource =
  /** Somebody else runs it. */
  | { readonly kind: 'given'; readonly brokers: readonly string[] }
  /** The run starts one when the first spec asks at this port of 127.0.0.1. */
  | { readonly kind: 'offered'; readonly port: number }
  /** `why` is the end of a sentence: "there is no Java 17 or newer". */
  | { readonly kind: 'absent'; readonly why: string };

const VARIABLE = 'PARLEY_TEST_KAFKA';

export const announceKafka = (source: KafkaSource): void => {
  process.env[VARIABLE] = JSON.stringify(source);
};

/** @throws when Jest's set-up did not say */
export function announcedKafka(): KafkaSource {
  const announced = process.env[VARIABLE];
  if (announced === undefined)
    throw new Error(`${VARIABLE} is not set: is the global set-up wired in jest.config.cjs?`);
  return JSON.parse(announced) as KafkaSource;
}
