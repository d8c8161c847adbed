import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../process/start-error';
import { makeFolder } from './make-folder';
import { refuseRestored } from './restored-folder';

/** What a data folder is made for. It stays so. */
export interface FolderKind {
  /** Whether time in it is real or the demonstration's. */
  readonly time: 'real' | 'demonstration';
  readonly mode: 'demonstration' | 'production';
}

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
 * @throws StartError when it cannot be written, was made as the other kind, or has what was restored and must not start
 */
export function openDataFolder(dataDir: string, wanted: FolderKind): DataFolder {
  const file = path.join(dataDir, FILE);
  try {
    makeFolder(dataDir);
  } catch {
    throw new StartError(`The data folder ${dataDir} cannot be written; name another one with PARLEY_DATA_DIR.`);
  }
  refuseRestored(dataDir);
  const kept = kindOf(file);
  const [time, mode] = [kept.time ?? wanted.time, kept.mode ?? wanted.mode];
  if (time !== wanted.time) {
    const cure = time === 'real' ? 'leave PARLEY_DEMO_CLOCK out' : 'set PARLEY_DEMO_CLOCK';
    throw new StartError(
      `The data folder ${dataDir} was made for ${time} time and stays so; ${cure}, or name another ` +
        'folder with PARLEY_DATA_DIR.',
    );
  }
  if (mode !== wanted.mode)
    throw new StartError(
      `The data folder ${dataDir} was made in the mode ${mode} and stays so; set PARLEY_MODE to ${mode}, or name ` +
        'another folder with PARLEY_DATA_DIR.',
    );
  return {
    hasRecord: existsSync(file),
    keepKind: () => {
      writeFileSync(file, `${JSON.stringify({ time, mode })}\n`, { flush: true });
    },
  };
}

/** What is written of a folder; what an earlier version did not write is left out. */
function kindOf(file: string): Partial<FolderKind> {
  try {
    const { time, mode } = JSON.parse(readFileSync(file, 'utf8')) as { time?: unknown; mode?: unknown };
    return {
      ...(time === 'real' || time === 'demonstration' ? { time } : {}),
      ...(mode === 'production' || mode === 'demonstration' ? { mode } : {}),
    };
  } catch {
    return {};
  }
}
