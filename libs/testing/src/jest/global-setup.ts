import { tmpdir } from 'node:os';
import path from 'node:path';
import { announceRunFolder } from '../not-run';
import announceTestKafka from './kafka.global-setup';
import startTestPostgres from './postgres.global-setup';
import { makeRunFolder, removeLeftovers } from './run-folder';

/** What one run of Jest shares. */
export default async function setUpRun(): Promise<void> {
  removeLeftovers();
  announceRunFolder(makeRunFolder());
  // The programs that specs start are compiled once, not once for each start.
  process.env['NODE_COMPILE_CACHE'] ??= path.join(tmpdir(), 'parley-compiled');
  await Promise.all([startTestPostgres(), announceTestKafka()]);
}
