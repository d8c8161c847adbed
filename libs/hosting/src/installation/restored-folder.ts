import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../process/start-error';
import { makeFolder } from './make-folder';

/**
 * Why what was restored into a data folder must not start: the restore has not ended, or the record in it is older than
 * what both sides attested, or another one.
 */
export type RestoreState = 'unfinished' | 'older' | 'differs';

const FILE = 'restored.json';

/** Marks a data folder, which is made where it is not there, as one that must not start. @param missing entries */
export function markRestored(dataDir: string, state: RestoreState, missing = 0): void {
  makeFolder(dataDir);
  writeFileSync(path.join(dataDir, FILE), `${JSON.stringify({ state, missing })}\n`, { flush: true });
}

/** Takes the mark away. Whoever calls it has compared what was restored with what was attested. */
export const forgetRestore = (dataDir: string): void => rmSync(path.join(dataDir, FILE));

/** @throws StartError with one sentence where the folder is marked */
export function refuseRestored(dataDir: string): void {
  const file = path.join(dataDir, FILE);
  if (!existsSync(file)) return;
  const { state, missing } = markOf(file);
  const why =
    state === 'older'
      ? `its record lacks ${String(missing)} entries of the transparency log that were attested`
      : state === 'differs'
        ? 'its record is another one than the one that was attested'
        : 'its restore has not ended';
  throw new StartError(`The data folder ${dataDir} must not start: ${why}; see deploy/BACKUP.md.`);
}

/** What cannot be read is taken for a restore that has not ended. */
function markOf(file: string): { readonly state: RestoreState; readonly missing: number } {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { readonly state: RestoreState; readonly missing: number };
  } catch {
    return { state: 'unfinished', missing: 0 };
  }
}
