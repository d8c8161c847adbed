import type { Checks } from '../checks';
import { fromDecimal } from '../encoding/decimal';
import { LogRefused } from '../log-refused';
import type { NoteKey } from '../note/note-key';
import { openNote } from '../note/open-note';
import { formatNote, parseNote, type SignatureLine } from '../note/parse-note';
import { formatAddCheckpoint, type AddCheckpoint } from './add-checkpoint';

/** Posts a body to the `add-checkpoint` of a witness. */
export type PostToWitness = (body: string) => Promise<{ readonly status: number; readonly body: string }>;

export type Asked =
  | { readonly kind: 'cosigned'; readonly lines: readonly SignatureLine[] }
  /** The witness signed a checkpoint of this size last: the proof is to begin there. */
  | { readonly kind: 'from'; readonly size: number }
  | { readonly kind: 'refused'; readonly status: number; readonly words: string };

/**
 * Asks a witness to cosign a checkpoint. Cosignatures of other keys than the witness's are left out.
 * @throws LogRefused `signature-invalid`, `signature-missing`, `note-malformed` when what it answers is no cosignature
 * by its key, and `old-size-differs` when it names a size that cannot be
 */
export async function askWitness(
  checks: Checks,
  { post, key }: { readonly post: PostToWitness; readonly key: NoteKey },
  request: AddCheckpoint,
): Promise<Asked> {
  const { status, body } = await post(formatAddCheckpoint(request));
  if (status === 409) {
    const size = body.endsWith('\n') ? fromDecimal(body.slice(0, -1)) : undefined;
    if (size === undefined) throw new LogRefused('old-size-differs', body.slice(0, 100));
    return { kind: 'from', size };
  }
  if (status !== 200) return { kind: 'refused', status, words: body.slice(0, 1_000) };
  const { text } = parseNote(request.checkpoint);
  const answered = `${text}\n${body}`;
  await openNote(checks, answered, [key]);
  const lines = parseNote(answered).signatures.filter(({ name, id }) => name === key.name && id === key.id);
  return { kind: 'cosigned', lines };
}

/** A checkpoint with cosignatures added, those that it has already left as they are. */
export function withCosignatures(checkpoint: string, lines: readonly SignatureLine[]): string {
  const { text, signatures } = parseNote(checkpoint);
  return formatNote(text, [...signatures, ...lines]);
}
