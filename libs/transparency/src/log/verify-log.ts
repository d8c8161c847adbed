import type { Checks } from '../checks';
import { sameBytes, fromUtf8 } from '../encoding/bytes';
import { LogRefused } from '../log-refused';
import { judgeCheckpoint, type JudgedCheckpoint } from '../policy/judge-checkpoint';
import type { Policy } from '../policy/parse-policy';
import { CHECKPOINT_PATH } from '../tiles/tile-path';
import type { ReadLogFile } from '../tiles/log-files';
import { checkFiles, type FilesToCheck } from './check-files';

/**
 * Verifies a whole log from its files: the checkpoint by the policy, and every entry and hash up to the root that the
 * checkpoint names.
 * @param each is told each entry
 * @throws LogRefused for the first thing that is wrong
 */
export async function verifyLog(
  checks: Checks,
  policy: Policy,
  read: ReadLogFile,
  each?: FilesToCheck['each'],
): Promise<JudgedCheckpoint> {
  const judged = await judgeCheckpoint(checks, policy, await readCheckpoint(read));
  const { size, root } = judged.checkpoint;
  const found = await checkFiles(checks.digest, { read, size, ...(each ? { each } : {}) });
  if (!sameBytes(found, root)) throw new LogRefused('root-differs', `size ${String(size)}`);
  return judged;
}

/** The newest checkpoint of a log, as it lies there. @throws LogRefused `file-missing`, `note-malformed` */
export async function readCheckpoint(read: ReadLogFile): Promise<string> {
  const bytes = await read(CHECKPOINT_PATH);
  if (!bytes) throw new LogRefused('file-missing', CHECKPOINT_PATH);
  const note = fromUtf8(bytes);
  if (note === undefined) throw new LogRefused('note-malformed', 'UTF-8');
  return note;
}
