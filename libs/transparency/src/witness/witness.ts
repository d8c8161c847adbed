import type { Checks } from '../checks';
import { parseCheckpoint, type Checkpoint } from '../checkpoint/checkpoint';
import { LogRefused, type LogRefusal } from '../log-refused';
import type { NoteKey } from '../note/note-key';
import { openNote } from '../note/open-note';
import { formatNote, formatSignatureLine, parseNote } from '../note/parse-note';
import { cosignText, type NoteSigner } from '../note/sign-note';
import { verifyConsistency } from '../tree/verify-consistency';
import { emptyRoot } from '../tree/hashes';
import { parseAddCheckpoint, type AddCheckpoint } from './add-checkpoint';

/** What a witness remembers of each log. */
export interface WitnessMemory {
  /** The checkpoint of a log that was cosigned last. */
  last(origin: string): Promise<Checkpoint | undefined>;
  /**
   * Keeps a checkpoint in place of the one that was last, so that it survives a power cut.
   * @param note the checkpoint with the signature of its log, and the cosignature that the witness is about to hand out
   * @returns false when another one is the last by now, and nothing is changed
   */
  keep(checkpoint: Checkpoint, before: Checkpoint | undefined, note: string): Promise<boolean>;
}

export interface Witness {
  /** The keys of the logs that are witnessed, each named as its log. */
  readonly logs: readonly NoteKey[];
  readonly memory: WitnessMemory;
  readonly signer: NoteSigner;
  /** Seconds since 1970. */
  readonly now: () => number;
}

/** An answer over HTTP. */
export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly contentType: 'text/plain; charset=utf-8' | 'text/x.tlog.size';
  readonly body: string;
}

const STATUS: Readonly<Partial<Record<LogRefusal, WitnessAnswer['status']>>> = {
  'log-unknown': 404,
  'signature-missing': 403,
  'signature-invalid': 403,
  'consistency-fails': 422,
};

/**
 * Answers `add-checkpoint` (C2SP tlog-witness). It cosigns only what extends the checkpoint that it cosigned last. No
 * cosignature leaves it before it is kept, and one that cannot be kept is thrown away.
 * @param body of the request
 */
export async function answerAddCheckpoint(checks: Checks, witness: Witness, body: string): Promise<WitnessAnswer> {
  try {
    const request = parseAddCheckpoint(body);
    const { text, signed, checkpoint } = await opened(checks, witness, request);
    if (request.oldSize > checkpoint.size) throw new LogRefused('request-malformed', 'old');
    const last = await witness.memory.last(checkpoint.origin);
    if ((last?.size ?? 0) !== request.oldSize) return conflict(last);
    const before = last ?? { size: 0, root: await emptyRoot(checks.digest) };
    await verifyConsistency(checks.digest, before, checkpoint, request.proof);
    const line = await cosignText(witness.signer, text, witness.now());
    if (!(await witness.memory.keep(checkpoint, last, formatNote(text, [...signed, line]))))
      return conflict(await witness.memory.last(checkpoint.origin));
    return { status: 200, contentType: 'text/plain; charset=utf-8', body: `${formatSignatureLine(line)}\n` };
  } catch (error) {
    if (!(error instanceof LogRefused)) throw error;
    const status = STATUS[error.code] ?? 400;
    return { status, contentType: 'text/plain; charset=utf-8', body: `${error.message}\n` };
  }
}

async function opened(checks: Checks, { logs }: Witness, { checkpoint: note }: AddCheckpoint) {
  const { origin } = parseCheckpoint(parseNote(note).text);
  const keys = logs.filter(({ name }) => name === origin);
  if (keys.length === 0) throw new LogRefused('log-unknown', origin.slice(0, 100));
  const { text, signedBy } = await openNote(checks, note, keys);
  const { signatures } = parseNote(note);
  // The first line of a key is the one that was verified.
  const signed = signedBy.flatMap(
    ({ key }) => signatures.find(({ name, id }) => name === key.name && id === key.id) ?? [],
  );
  return { text, signed, checkpoint: parseCheckpoint(text) };
}

const conflict = (last: Checkpoint | undefined): WitnessAnswer => ({
  status: 409,
  contentType: 'text/x.tlog.size',
  body: `${String(last?.size ?? 0)}\n`,
});
