import { fromBase64, toBase64 } from '../encoding/base64';
import { fromDecimal } from '../encoding/decimal';
import { LogRefused } from '../log-refused';
import { HASH_BYTES } from '../tree/hashes';

/** What a log asks of a witness (C2SP tlog-witness, `add-checkpoint`). */
export interface AddCheckpoint {
  /** The size of the checkpoint that the witness signed last; 0 for the first. */
  readonly oldSize: number;
  /** That the tree of the checkpoint extends the one of that size. */
  readonly proof: readonly Uint8Array[];
  /** The note, signed by the log. */
  readonly checkpoint: string;
}

/** Hashes that a request holds at most. */
const MOST_HASHES = 63;

export const formatAddCheckpoint = ({ oldSize, proof, checkpoint }: AddCheckpoint): string =>
  [`old ${String(oldSize)}`, ...proof.map(toBase64), '', checkpoint].join('\n');

/** @throws LogRefused `request-malformed` */
export function parseAddCheckpoint(body: string): AddCheckpoint {
  const end = body.indexOf('\n\n');
  const [first = '', ...lines] = body.slice(0, Math.max(end, 0)).split('\n');
  const oldSize = first.startsWith('old ') ? fromDecimal(first.slice(4)) : undefined;
  const proof = lines.map(fromBase64).filter((hash) => hash?.length === HASH_BYTES) as readonly Uint8Array[];
  if (oldSize === undefined) throw new LogRefused('request-malformed', 'old');
  if (proof.length !== lines.length || proof.length > MOST_HASHES) throw new LogRefused('request-malformed', 'proof');
  return { oldSize, proof, checkpoint: body.slice(end + 2) };
}
