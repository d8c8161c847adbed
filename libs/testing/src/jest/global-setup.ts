import { announceRunFolder } from '../not-run';
import announceTestKafka from './kafka.global-setup';
import startTestPostgres from './postgres.global-setup';
import { makeRunFolder, removeLeftovers } from './run-folder';

/** What one run of Jest shares. */
export default async function setUpRun(): Promise<void> {
  removeLeftovers();
  announceRunFolder(makeRunFolder());
  await Promise.all([startTestPostgres(), announceTestKafka()]);
}
