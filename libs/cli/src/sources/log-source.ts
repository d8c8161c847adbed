import { existsSync } from 'node:fs';
import path from 'node:path';
import { CHECKPOINT_PATH, NO_QUORUM, type Policy, type ReadLogFile } from '@parley/transparency';
import { NotAsked, named } from '../report/not-asked';
import { PublicFiles } from './public-files';
import { readIfThere } from './read-file';

/** Where a mirror keeps what it has, below its folder. */
export const MIRROR = {
  log: 'log',
  policy: 'policy',
  docket: 'docket.ndjson',
  cases: 'cases',
  refused: 'refused',
} as const;

/** Where the files of a log are: a folder, or the address of an installation. */
export interface LogPlace {
  readonly folder?: string | undefined;
  readonly url?: string | undefined;
}

/** Reads the files of a log. @throws NotAsked `usage` when neither place is given */
export function logAt({ folder, url }: LogPlace): ReadLogFile {
  if (folder !== undefined) return inFolder(folder);
  if (url === undefined)
    throw new NotAsked('usage', {
      en: 'give the folder of a mirror, or the address of the log by --url',
      'zh-Hans': '请给出镜像文件夹，或以 --url 给出日志的地址',
    });
  const files = new PublicFiles(url);
  return (file) => files.read(`/v1/log/${file}`);
}

/** A mirror has the log in a folder of its own; a folder that has a checkpoint itself is taken as a log. */
function inFolder(folder: string): ReadLogFile {
  if (!existsSync(folder)) throw new NotAsked('file-unreadable', named(`${folder}: ENOENT`));
  const base = existsSync(path.join(folder, CHECKPOINT_PATH)) ? folder : path.join(folder, MIRROR.log);
  return (file) => readIfThere(path.join(base, file));
}

/** Where a log shows the newest checkpoint that both sides cosigned, beside the newest one. */
const ATTESTED_PATH = 'attested';

/**
 * The files of a log with the checkpoint that a policy can believe. Where it asks for witnesses that is the newest one
 * that they cosigned. A mirror has no other one than it believed.
 */
export const asPolicyAsks =
  ({ quorum }: Pick<Policy, 'quorum'>, read: ReadLogFile): ReadLogFile =>
  async (file) =>
    (file === CHECKPOINT_PATH && quorum !== NO_QUORUM ? await read(ATTESTED_PATH) : undefined) ?? read(file);
