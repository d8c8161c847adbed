import { fromBase64, toBase64 } from '../encoding/base64';
import { concat } from '../encoding/bytes';
import { LogRefused } from '../log-refused';
import { isKeyName, toHex } from './note-key';

/** One line of signature, not yet verified. */
export interface SignatureLine {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly id: string;
  /** What follows the id: a signature, with a time before it where it is a cosignature. */
  readonly signature: Uint8Array;
}

export interface ParsedNote {
  /** Ends with a newline. Nothing of it may be believed before a signature is verified. */
  readonly text: string;
  readonly signatures: readonly SignatureLine[];
}

/** More is no note: the standard asks for 16 signatures at least, and for a limit. */
const [LONGEST_NOTE, MOST_SIGNATURES] = [1_000_000, 100];

/** A control character other than the newline. */
const isForbidden = (character: string): boolean => character < ' ' && character !== '\n';

/** @throws LogRefused `note-malformed` */
export function parseNote(note: string): ParsedNote {
  const end = note.lastIndexOf('\n\n');
  if (note.length > LONGEST_NOTE || [...note].some(isForbidden) || !note.isWellFormed())
    throw new LogRefused('note-malformed', 'characters');
  if (end < 0 || !note.endsWith('\n') || note.length === end + 2)
    throw new LogRefused('note-malformed', 'no signature lines');
  const signatures = note
    .slice(end + 2, -1)
    .split('\n')
    .map(parseSignatureLine);
  if (signatures.length > MOST_SIGNATURES) throw new LogRefused('note-malformed', 'too many signatures');
  return { text: note.slice(0, end + 1), signatures };
}

/** @throws LogRefused `note-malformed` */
export function parseSignatureLine(line: string): SignatureLine {
  const [, name = '', encoded = ''] = /^\u2014 ([^ ]+) ([^ ]+)$/.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (!isKeyName(name) || !bytes || bytes.length < 5) throw new LogRefused('note-malformed', line.slice(0, 100));
  return { name, id: toHex(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
}

/** A line of signature, without the newline at its end. */
export const formatSignatureLine = ({ name, id, signature }: SignatureLine): string =>
  `\u2014 ${name} ${toBase64(
    concat(
      Uint8Array.from(id.match(/../g) ?? [], (pair) => parseInt(pair, 16)),
      signature,
    ),
  )}`;

/** A note of a text and the signatures under it. */
export const formatNote = (text: string, signatures: readonly SignatureLine[]): string =>
  `${text}\n${signatures.map((each) => `${formatSignatureLine(each)}\n`).join('')}`;
