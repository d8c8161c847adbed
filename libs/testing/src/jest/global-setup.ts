import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { announceRunFolder } from '../not-run';
import announceTestKafka from './kafka.global-setup';
import startTestPostgres from './postgres.global-setup';

/** What one run of Jest shares. */
export default async function setUpRun(): Promise<void> {
  announceRunFolder(mkdtempSync(path.join(tmpdir(), 'parley-run-')));
  await Promise.all([startTestPostgres(), announceTestKafka()]);
}
