import type { Checks } from '../checks';
import { utf8 } from '../encoding/bytes';
import { LogRefused } from '../log-refused';
import { cosignedMessage } from '../cosignature/cosigned-message';
import { NOTE_KINDS, type NoteKey } from './note-key';
import { parseNote, type SignatureLine } from './parse-note';

/** A signature that holds. */
export interface VerifiedSignature {
  readonly key: NoteKey;
  /** Seconds since 1970 that a cosignature names; `undefined` for the signature of a note. */
  readonly time: number | undefined;
}

export interface OpenedNote {
  readonly text: string;
  /** In the order of the note, each key once. */
  readonly signedBy: readonly VerifiedSignature[];
}

/**
 * Verifies a note by the keys that are known. Signatures of other keys are ignored, as the standard asks.
 * @throws LogRefused `note-malformed`, `signature-invalid` when one of a known key does not hold, `signature-missing`
 * when there is none of a known key
 */
export async function openNote(checks: Checks, note: string, keys: readonly NoteKey[]): Promise<OpenedNote> {
  const { text, signatures } = parseNote(note);
  const signedBy = new Map<NoteKey, VerifiedSignature>();
  for (const line of signatures) {
    const key = keys.find(({ name, id }) => name === line.name && id === line.id);
    if (key) signedBy.set(key, signedBy.get(key) ?? { key, time: await verifiedTime(checks, text, line, key) });
  }
  if (signedBy.size === 0) throw new LogRefused('signature-missing', keys.map(({ name }) => name).join(', '));
  return { text, signedBy: [...signedBy.values()] };
}

async function verifiedTime(
  { verifyEd25519 }: Checks,
  text: string,
  { signature }: SignatureLine,
  { name, kind, publicKey }: NoteKey,
): Promise<number | undefined> {
  const cosigned = kind === NOTE_KINDS.cosignature ? cosignedMessage(text, signature) : undefined;
  const [message, bare] = cosigned ? [cosigned.message, cosigned.signature] : [utf8(text), signature];
  if (!(await verifyEd25519(publicKey, message, bare))) throw new LogRefused('signature-invalid', name);
  return cosigned?.time;
}
