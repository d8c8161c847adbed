import type { SignEd25519 } from '../checks';
import { concat, uint64, utf8 } from '../encoding/bytes';
import { timedMessage } from '../cosignature/cosigned-message';
import { LogRefused } from '../log-refused';
import { NOTE_KINDS, type NoteKey } from './note-key';
import type { SignatureLine } from './parse-note';

export interface NoteSigner {
  readonly key: NoteKey;
  /** By the private half of the key. */
  readonly sign: SignEd25519;
}

/** Signs a text that ends with a newline. @throws LogRefused `key-unsuited` for a key of cosignatures */
export async function signText({ key, sign }: NoteSigner, text: string): Promise<SignatureLine> {
  if (key.kind !== NOTE_KINDS.note) throw new LogRefused('key-unsuited', key.name);
  return { name: key.name, id: key.id, signature: await sign(utf8(text)) };
}

/**
 * Cosigns the text of a checkpoint (C2SP tlog-cosignature, Ed25519).
 * @param time seconds since 1970
 * @throws LogRefused `key-unsuited` for a key of notes
 */
export async function cosignText({ key, sign }: NoteSigner, text: string, time: number): Promise<SignatureLine> {
  if (key.kind !== NOTE_KINDS.cosignature) throw new LogRefused('key-unsuited', key.name);
  return { name: key.name, id: key.id, signature: concat(uint64(time), await sign(timedMessage(text, time))) };
}
