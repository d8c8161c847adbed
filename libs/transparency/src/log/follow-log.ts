import type { Checks } from '../checks';
import { concat, sameBytes, utf8 } from '../encoding/bytes';
import { LogRefused } from '../log-refused';
import { judgeCheckpoint, type JudgedCheckpoint } from '../policy/judge-checkpoint';
import type { Policy } from '../policy/parse-policy';
import { entryBundle, readEntries } from '../tiles/entry-bundle';
import { readTile, type ReadLogFile } from '../tiles/log-files';
import { TiledTree } from '../tiles/tiled-tree';
import { CHECKPOINT_PATH, hashesAt, TILE_WIDTH, tilePath, widthIn, type TilePlace } from '../tiles/tile-path';
import { verifyConsistency } from '../tree/verify-consistency';
import { checkFiles } from './check-files';
import { readCheckpoint } from './verify-log';

/** Where a replica keeps a log. A file that is there is written again only with the same bytes, but the checkpoint. */
export interface Replica {
  readonly read: ReadLogFile;
  readonly write: (path: string, bytes: Uint8Array) => void | Promise<void>;
}

/**
 * Brings a replica level with a log (the order of C2SP tlog-mirror, by fetching): the checkpoint is judged, and proved
 * to extend the replica's own; what is new is copied and hashed again; only then the checkpoint is written. A replica
 * that was cut off goes on where it was, and none goes back.
 * @returns the checkpoint that the replica now has
 * @throws LogRefused `consistency-fails` when the log shows the replica another past, and for whatever else is wrong
 */
export async function followLog(
  { digest, ...checks }: Checks,
  policy: Policy,
  log: ReadLogFile,
  replica: Replica,
): Promise<JudgedCheckpoint> {
  const note = await readCheckpoint(log);
  const judged = await judgeCheckpoint({ digest, ...checks }, policy, note);
  const own = await replica.read(CHECKPOINT_PATH);
  const before = own && (await judgeCheckpoint({ digest, ...checks }, policy, await readCheckpoint(replica.read)));
  const { size, root } = judged.checkpoint;
  if (before && before.checkpoint.origin !== judged.checkpoint.origin)
    throw new LogRefused('origin-differs', judged.checkpoint.origin);
  const from = before?.checkpoint.size ?? 0;
  if (before) {
    // An older checkpoint is no fork; but what it says must be the past of what the replica has.
    const [older, newer] = size < from ? [judged, before] : [before, judged];
    const tree = new TiledTree(size < from ? replica.read : log, newer.checkpoint.size, digest);
    const proof = await tree.consistency(older.checkpoint.size);
    await verifyConsistency(digest, older.checkpoint, newer.checkpoint, proof);
    if (size <= from) return before;
  }
  for (const place of placesFrom(from, size)) await replica.write(tilePath(place), await readExactly(log, place, size));
  const found = await checkFiles(digest, { read: replica.read, size, from });
  if (!sameBytes(found, root)) throw new LogRefused('root-differs', `size ${String(size)}`);
  await replica.write(CHECKPOINT_PATH, utf8(note));
  return judged;
}

/** The bytes of a place as they are in a log of `size` entries, also where the log has a wider file by now. */
async function readExactly(log: ReadLogFile, { level, index }: TilePlace, size: number): Promise<Uint8Array> {
  return level === 'entries'
    ? entryBundle(await readEntries(log, index, size))
    : concat(...(await readTile(log, level, index, size)));
}

/** The files of a log of `size` entries that one of `from` entries has not. */
function* placesFrom(from: number, size: number): Generator<TilePlace> {
  for (let level = 0; hashesAt(level, size) > 0; level += 1) {
    if (hashesAt(level, size) === hashesAt(level, from)) continue;
    for (let index = Math.floor(hashesAt(level, from) / TILE_WIDTH); widthIn(level, index, size) > 0; index += 1) {
      const width = widthIn(level, index, size);
      if (level === 0) yield { level: 'entries', index, width };
      yield { level, index, width };
    }
  }
}
