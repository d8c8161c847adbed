import { rmSync } from 'node:fs';
import { toldAtEndOfRun } from '../not-run';
import stopTestPostgres from './postgres.global-teardown';

/** Ends what the run shared, and says below Jest's own summary which specs could not run. */
export default async function tearDownRun(): Promise<void> {
  await Promise.all([stopTestPostgres(), globalThis.parleyTestKafka?.withdraw()]);
  for (const sentence of toldAtEndOfRun()) process.stderr.write(`${sentence}\n`);
  const folder = process.env['PARLEY_TEST_RUN_FOLDER'];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
