import type { Digest } from '../checks';
import { fromBase64, toBase64 } from '../encoding/base64';
import { concat, utf8 } from '../encoding/bytes';
import { LogRefused } from '../log-refused';

/** What a key is for (C2SP signed-note): a note, or a cosignature of a checkpoint with its time. */
export const NOTE_KINDS = { note: 0x01, cosignature: 0x04 } as const;

export type NoteKind = (typeof NOTE_KINDS)[keyof typeof NOTE_KINDS];

/** A public key with the name under which it signs. */
export interface NoteKey {
  /** Without spaces or a plus. */
  readonly name: string;
  /** The first four bytes of the digest of name, kind and key, as eight hexadecimal digits. */
  readonly id: string;
  readonly kind: NoteKind;
  /** 32 bytes of an Ed25519 key. */
  readonly publicKey: Uint8Array;
}

/** Whether a name can stand in a signature line. */
export const isKeyName = (name: string): boolean =>
  name !== '' && name.isWellFormed() && !/[\p{White_Space}+\p{Cc}]/u.test(name);

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @throws LogRefused `key-malformed` for a name that no signature line can hold, or a key that is not 32 bytes */
export async function noteKey(digest: Digest, { name, kind, publicKey }: Omit<NoteKey, 'id'>): Promise<NoteKey> {
  if (!isKeyName(name) || publicKey.length !== 32) throw new LogRefused('key-malformed', name.slice(0, 100));
  const id = await digest(concat(utf8(`${name}\n`), Uint8Array.of(kind), publicKey));
  return { name, kind, publicKey, id: toHex(id.subarray(0, 4)) };
}

/** A key as text: `name+id+base64`, a *vkey*. */
export const formatKey = ({ name, id, kind, publicKey }: NoteKey): string =>
  `${name}+${id}+${toBase64(concat(Uint8Array.of(kind), publicKey))}`;

/**
 * Reads a vkey.
 * @throws LogRefused `key-malformed`, also when its id is not that of its name and key, and `key-unsuited` for a kind
 * of signature that is not used here
 */
export async function parseKey(digest: Digest, text: string): Promise<NoteKey> {
  const [, name = '', id, encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/s.exec(text) ?? [];
  const [kind, ...key] = fromBase64(encoded) ?? [];
  if (id === undefined || kind === undefined) throw new LogRefused('key-malformed', text.slice(0, 100));
  if (kind !== NOTE_KINDS.note && kind !== NOTE_KINDS.cosignature) throw new LogRefused('key-unsuited', name);
  const parsed = await noteKey(digest, { name, kind, publicKey: Uint8Array.from(key) });
  if (parsed.id !== id) throw new LogRefused('key-malformed', name);
  return parsed;
}
