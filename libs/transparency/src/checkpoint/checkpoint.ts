import type { Checks } from '../checks';
import { fromBase64, toBase64 } from '../encoding/base64';
import { fromDecimal } from '../encoding/decimal';
import { LogRefused } from '../log-refused';
import { NOTE_KINDS, type NoteKey } from '../note/note-key';
import { openNote } from '../note/open-note';
import { HASH_BYTES } from '../tree/hashes';
import type { TreeHead } from '../tree/verify-inclusion';

/** The head of a tree, and whose it is (C2SP tlog-checkpoint). */
export interface Checkpoint extends TreeHead {
  /** The name of the log. */
  readonly origin: string;
}

/** The text of a checkpoint, which is signed. It has no lines but the three. */
export const formatCheckpoint = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${String(size)}\n${toBase64(root)}\n`;

/**
 * Reads the text of a checkpoint. Lines after the third are kept in the note and mean nothing here.
 * @throws LogRefused `checkpoint-malformed`
 */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin = '', sizeLine = '', rootLine = '', ...rest] = text.split('\n');
  const [size, root] = [fromDecimal(sizeLine), fromBase64(rootLine)];
  const isWhole =
    origin !== '' && rest.length > 0 && rest.at(-1) === '' && rest.slice(0, -1).every((line) => line !== '');
  if (!isWhole || size === undefined || root?.length !== HASH_BYTES)
    throw new LogRefused('checkpoint-malformed', text.slice(0, 100));
  return { origin, size, root };
}

/**
 * Opens a checkpoint of one log by its key. The name of the key is the origin of the log.
 * @throws LogRefused what `openNote` and `parseCheckpoint` throw; `origin-differs`, `key-unsuited`
 */
export async function openCheckpoint(checks: Checks, note: string, key: NoteKey): Promise<Checkpoint> {
  if (key.kind !== NOTE_KINDS.note) throw new LogRefused('key-unsuited', key.name);
  const { text } = await openNote(checks, note, [key]);
  const checkpoint = parseCheckpoint(text);
  if (checkpoint.origin !== key.name) throw new LogRefused('origin-differs', checkpoint.origin.slice(0, 100));
  return checkpoint;
}
