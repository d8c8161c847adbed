import { fromBase64, toBase64 } from '../encoding/base64';
import { fromDecimal } from '../encoding/decimal';
import { LogRefused } from '../log-refused';
import { HASH_BYTES } from '../tree/hashes';

/** That an entry stands in a log, for a reader without a network (C2SP tlog-proof). */
export interface TlogProof {
  /** Anything that helps the reader. It is not covered by any signature. */
  readonly extra?: Uint8Array;
  /** The place of the entry, from 0. */
  readonly index: number;
  /** From the sibling of the leaf to the child of the root. */
  readonly hashes: readonly Uint8Array[];
  /** The note, signed. */
  readonly checkpoint: string;
}

const HEADER = 'c2sp.org/tlog-proof@v1';
/** Hashes of a path in the greatest tree. */
const MOST_HASHES = 63;

/** The text of a file `.tlog-proof`. */
export const formatProof = ({ extra, index, hashes, checkpoint }: TlogProof): string =>
  [
    HEADER,
    ...(extra === undefined ? [] : [`extra ${toBase64(extra)}`]),
    `index ${String(index)}`,
    ...hashes.map(toBase64),
    '',
    checkpoint,
  ].join('\n');

/** @throws LogRefused `proof-malformed` */
export function parseProof(text: string): TlogProof {
  const end = text.indexOf('\n\n');
  const lines = end < 0 ? [] : text.slice(0, end).split('\n');
  if (lines.shift() !== HEADER) throw new LogRefused('proof-malformed', HEADER);
  const extra = lines[0]?.startsWith('extra ') ? fromBase64((lines.shift() ?? '').slice(6)) : null;
  if (extra === undefined) throw new LogRefused('proof-malformed', 'extra');
  const [, index = ''] = /^index (.+)$/.exec(lines.shift() ?? '') ?? [];
  const at = fromDecimal(index);
  if (at === undefined) throw new LogRefused('proof-malformed', 'index');
  if (lines.length > MOST_HASHES) throw new LogRefused('proof-malformed', 'more hashes than a tree is high');
  return {
    ...(extra === null ? {} : { extra }),
    index: at,
    hashes: lines.map(readHash),
    checkpoint: text.slice(end + 2),
  };
}

function readHash(line: string): Uint8Array {
  const hash = fromBase64(line);
  if (hash?.length !== HASH_BYTES) throw new LogRefused('proof-malformed', line.slice(0, 100));
  return hash;
}
