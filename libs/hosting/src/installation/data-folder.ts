import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../process/start-error';
import { makeFolder } from './make-folder';

/** Whether time in a data folder is real or the demonstration's. It is made as one of them and stays so. */
export type FolderKind = 'real' | 'demonstration';

const FILE = 'data-folder.json';

export interface DataFolder {
  /** True when a record was begun for it, so that it is no new folder. */
  readonly hasRecord: boolean;
  /** Writes the folder's kind into it. Call it once it is certain that the folder will be used. */
  keepKind(): void;
}

/**
 * Opens the data folder, or makes it.
 * @param wanted what the settings ask for
 * @throws StartError when it cannot be written, or was made as the other kind
 */
export function openDataFolder(dataDir: string, wanted: FolderKind): DataFolder {
  const file = path.join(dataDir, FILE);
  try {
    makeFolder(dataDir);
  } catch {
    throw new StartError(`The data folder ${dataDir} cannot be written; name another one with PARLEY_DATA_DIR.`);
  }
  const kind = kindOf(file) ?? wanted;
  if (kind !== wanted) {
    const cure = kind === 'real' ? 'leave PARLEY_DEMO_CLOCK out' : 'set PARLEY_DEMO_CLOCK';
    throw new StartError(
      `The data folder ${dataDir} was made for ${kind} time and stays so; ${cure}, or name another ` +
        'folder with PARLEY_DATA_DIR.',
    );
  }
  return {
    hasRecord: existsSync(file),
    keepKind: () => {
      writeFileSync(file, `${JSON.stringify({ time: kind })}\n`, { flush: true });
    },
  };
}

function kindOf(file: string): FolderKind | undefined {
  try {
    const { time } = JSON.parse(readFileSync(file, 'utf8')) as { time?: unknown };
    return time === 'real' || time === 'demonstration' ? time : undefined;
  } catch {
    return undefined;
  }
}
