import type { Form } from './form';
import type { Environment } from './spawn-parley';

/**
 * The settings of a test, as a form takes them. The distributed form is given the run's broker, where the topics of
 * each data folder have a name of their own; it delivers as badly as a broker does, so there is no seed by which it
 * would do worse.
 */
export async function settingsOfForm(form: Form, settings: Environment): Promise<Environment> {
  if (form === 'standalone') return settings;
  const { PARLEY_HOSTILE_SEED: _worseOnPurpose, ...rest } = settings;
  return { ...(await brokerOfRun()), ...rest };
}

/** Outside of a run of tests there is none to share, and the distributed form starts its own. */
async function brokerOfRun(): Promise<Environment> {
  if (process.env['PARLEY_TEST_KAFKA'] === undefined) return {};
  const { openTestKafka } = await import('@parley/testing/kafka');
  return { PARLEY_KAFKA_BROKERS: (await openTestKafka()).brokers.join(',') };
}
