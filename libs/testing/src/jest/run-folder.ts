import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isRunning } from '@parley/embedded-postgres';

const PREFIX = 'parley-jest-';

/** A temporary folder of this run. Its name holds the process id, so that a later run can clear up after a kill. */
export const makeRunFolder = (): string => mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));

/** Removes the folders of killed runs, which cannot clear up after themselves. Their servers have died with them. */
export function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length).split('-')[0]);
    if (!isRunning(pid)) rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
  }
}
