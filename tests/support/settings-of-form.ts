import type { Form } from './form';
import type { Environment } from './spawn-parley';

/**
 * The settings of a test, as a form takes them. The distributed form gets the run's broker, where the topics of each
 * data folder have names of their own. It delivers as badly as a broker does, so it has no seed to do worse.
 */
export async function settingsOfForm(form: Form, settings: Environment): Promise<Environment> {
  if (form === 'standalone') return settings;
  const { PARLEY_HOSTILE_SEED: _worseOnPurpose, ...rest } = settings;
  return { ...(await brokerOfRun()), ...rest };
}

/** Outside of a run of tests there is no shared broker, and the distributed form starts its own. */
async function brokerOfRun(): Promise<Environment> {
  if (process.env['PARLEY_TEST_KAFKA'] === undefined) return {};
  const { openTestKafka } = await import('@parley/testing/kafka');
  return { PARLEY_KAFKA_BROKERS: (await openTestKafka()).brokers.join(',') };
}
