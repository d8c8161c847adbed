import { openCheckpoint, type Checkpoint } from '../checkpoint/checkpoint';
import type { Checks } from '../checks';
import { fromBase64, toBase64 } from '../encoding/base64';
import { sameBytes } from '../encoding/bytes';
import { LogRefused } from '../log-refused';
import type { NoteKey } from '../note/note-key';
import { formatNote, parseNote } from '../note/parse-note';
import { readPlace, type ReadLogFile } from '../tiles/log-files';
import { parseTilePath, widthIn } from '../tiles/tile-path';
import { TiledTree } from '../tiles/tiled-tree';
import { HASH_BYTES } from '../tree/hashes';
import { verifyConsistency } from '../tree/verify-consistency';

/** Two checkpoints of one log, of which neither tree extends the other. Whoever has the key of the log can check it. */
export interface SplitView {
  /** Two notes that the log signed. */
  readonly smaller: string;
  readonly larger: string;
  /** The root that the tree of the larger one has at the size of the smaller one. */
  readonly root: Uint8Array;
  /** The consistency proof from that root to the larger one. */
  readonly proof: readonly Uint8Array[];
}

/**
 * Compares two checkpoints of one log by the tiles of the larger tree.
 * @param read the files of the log
 * @returns nothing where one tree extends the other
 * @throws LogRefused where a note is not the log's, and where the tiles do not give the larger tree: nothing is known
 * then
 */
export async function compareCheckpoints(
  checks: Checks,
  key: NoteKey,
  read: ReadLogFile,
  one: string,
  other: string,
): Promise<SplitView | undefined> {
  const [first, second] = [await openCheckpoint(checks, one, key), await openCheckpoint(checks, other, key)];
  const [smaller, larger, ...notes] =
    first.size <= second.size ? [first, second, one, other] : [second, first, other, one];
  const { digest } = checks;
  if (smaller.size === larger.size && sameBytes(smaller.root, larger.root)) return undefined;
  const isOneSize = smaller.size === larger.size;
  const root = isOneSize ? larger.root : await new TiledTree(within(read, larger.size), smaller.size, digest).root();
  const proof = isOneSize ? [] : await new TiledTree(read, larger.size, digest).consistency(smaller.size);
  await verifyConsistency(digest, { size: smaller.size, root }, larger, proof);
  if (sameBytes(root, smaller.root)) return undefined;
  return { smaller: signedBy(key, notes[0]), larger: signedBy(key, notes[1]), root, proof };
}

/**
 * Checks a split view by nothing but the key of the log.
 * @returns the two checkpoints, the smaller one first
 * @throws LogRefused when a note is not the log's, and `split-unproved` when one tree may extend the other
 */
export async function verifySplitView(
  checks: Checks,
  key: NoteKey,
  { smaller, larger, root, proof }: SplitView,
): Promise<readonly [Checkpoint, Checkpoint]> {
  const [first, second] = [await openCheckpoint(checks, smaller, key), await openCheckpoint(checks, larger, key)];
  await verifyConsistency(checks.digest, { size: first.size, root }, second, proof);
  if (sameBytes(root, first.root)) throw new LogRefused('split-unproved', String(first.size));
  return [first, second];
}

/** A split view as text, for a file: JSON with the hashes in base64. */
export const formatSplitView = ({ smaller, larger, root, proof }: SplitView): string =>
  `${JSON.stringify({ smaller, larger, root: toBase64(root), proof: proof.map(toBase64) }, null, 2)}\n`;

/** @throws LogRefused `split-unproved` for a text that is none */
export function parseSplitView(text: string): SplitView {
  const { smaller, larger, root, proof } = fieldsOf(text);
  const hashes = Array.isArray(proof) ? proof.map(hashOf) : [undefined];
  const known = hashes.filter((hash) => hash !== undefined);
  const then = hashOf(root);
  if (typeof smaller !== 'string' || typeof larger !== 'string' || !then || known.length !== hashes.length)
    throw new LogRefused('split-unproved', 'form');
  return { smaller, larger, root: then, proof: known };
}

/** A note with the first line of one key alone: a log may put a great many others under it, so that nobody takes it. */
function signedBy({ name, id }: NoteKey, note: string): string {
  const { text, signatures } = parseNote(note);
  return formatNote(text, signatures.filter((line) => line.name === name && line.id === id).slice(0, 1));
}

/**
 * The files of an earlier tree, cut from those of a later one: a log has partial files of the sizes alone that it had.
 * @param size of the later tree
 */
const within =
  (read: ReadLogFile, size: number): ReadLogFile =>
  async (path) => {
    const { level, index, width } = parseTilePath(path);
    const bytes = await readPlace(read, { level, index, width: widthIn(level, index, size) });
    return bytes.subarray(0, width * HASH_BYTES);
  };

function hashOf(value: unknown): Uint8Array | undefined {
  const bytes = typeof value === 'string' ? fromBase64(value) : undefined;
  return bytes?.length === HASH_BYTES ? bytes : undefined;
}

function fieldsOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
