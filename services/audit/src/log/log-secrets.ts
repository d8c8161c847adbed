import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto';
import type { Signer } from '@parley/auth';
import type { LogKeys, SideWitness } from '@parley/http';
import type { Sha256 } from '@parley/kernel';
import { formatKey, NOTE_KINDS, nodeChecks, noteKey, type NoteKind, type NoteSigner } from '@parley/transparency';
import { witnessLines } from './log-witnesses';

/** An entry of the log, and what it takes to know whose it is. */
export interface SaltedEntry {
  /** 32 bytes: the SHA-256 of the salt and the commitment, one after the other. */
  readonly entry: Uint8Array;
  /** 32 bytes. */
  readonly salt: Uint8Array;
}

/** What a blank is made over in place of a commitment, so that it can be laid open as one. */
const NOTHING = new Uint8Array(32);

/**
 * The keys and salts of the log. Salts follow from one key, so a process that was killed goes on with the same ones,
 * two processes make the same entries, and nothing more has to be kept. A salt tells nothing of another.
 */
export class LogSecrets {
  /**
   * The name of the log. The address of an installation changes, and the name of its log must not: so it is made of its
   * key.
   */
  readonly origin: string;
  /** Made once: a key of plain bytes would cost six times the digest, for each entry. */
  readonly #saltKey: KeyObject;

  constructor(private readonly keys: LogKeys) {
    this.#saltKey = createSecretKey(keys.saltKey);
    this.origin = `parley.log/${hash('sha256', publicKeyOf(keys.signer)).slice(0, 16)}`;
  }

  /** Signs checkpoints. The name of its key is that of the log. */
  log(): Promise<NoteSigner> {
    return signerOf(this.origin, NOTE_KINDS.note, this.keys.signer);
  }

  /** Says when the log signed: a cosignature that counts for no side. */
  time(): Promise<NoteSigner> {
    return signerOf(`${this.origin}/time`, NOTE_KINDS.cosignature, this.keys.timeSigner);
  }

  /** The entry of an event. */
  entryOf(commitment: Sha256): SaltedEntry {
    return this.#salted(`event ${commitment}`, Buffer.from(commitment, 'hex'));
  }

  /** The blank at an index, which nobody can tell from the entry of an event. */
  blankAt(index: number): SaltedEntry {
    return this.#salted(`blank ${String(index)}`, NOTHING);
  }

  /** Whom a reader of the log trusts (C2SP tlog-policy). @param witnesses one of each side, or none */
  async policy(witnesses: readonly SideWitness[] = []): Promise<string> {
    const [log, time] = [await this.log(), await this.time()];
    return [
      `log ${formatKey(log.key)}`,
      '# When the log signed, by its own word. It counts for no side.',
      '# 日志自称的签署时间，不代表任何一方。',
      `witness time-of-the-log ${formatKey(time.key)}`,
      ...witnessLines(witnesses),
      '',
    ].join('\n');
  }

  #salted(of: string, commitment: Uint8Array): SaltedEntry {
    const salt = createHmac('sha256', this.#saltKey).update(of).digest();
    return { salt, entry: hash('sha256', Buffer.concat([salt, commitment]), 'buffer') };
  }
}

const publicKeyOf = ({ publicKey }: Signer): Uint8Array => Buffer.from(publicKey.x, 'base64url');

async function signerOf(name: string, kind: NoteKind, signer: Signer): Promise<NoteSigner> {
  const key = await noteKey(nodeChecks.digest, { name, kind, publicKey: publicKeyOf(signer) });
  return { key, sign: (message) => signer.signMessage(message) };
}

/** The public key of the log as text, for a witness of it. */
export const logKeyOf = async (keys: LogKeys): Promise<string> => formatKey((await new LogSecrets(keys).log()).key);
