import { verify, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { keyIdOf } from './message-signer';
import { SIGNATURE_HEADER, signedBytes, type Place, type SignedMessage } from './signed-bytes';

/** A public key of a context. One that gets a new key has two for as long as topics keep what the old one signed. */
export interface OriginKey {
  readonly context: string;
  readonly key: KeyObject;
}

/** Where a message was read, and who alone tells there. */
export interface ReadPlace extends Place {
  readonly context: string;
}

/** A message that was read. */
export interface ReadMessage extends SignedMessage {
  readonly key: Uint8Array | null;
  readonly headers: Readonly<Record<string, Uint8Array>>;
}

/** What a message says of its origin: something to check, or what is wrong already, as a word. */
type Claim = { readonly key: KeyObject; readonly bytes: Uint8Array; readonly signature: Uint8Array } | string;

const SIGNATURE = /^([\w-]{16})\.([\w-]{86})$/;

/** The public keys of all contexts, by which a reader knows whose a message is. */
export class OriginKeys {
  readonly #byId: ReadonlyMap<string, OriginKey>;

  constructor(readonly keys: readonly OriginKey[]) {
    this.#byId = new Map(keys.map((each) => [keyIdOf(each.key), each]));
  }

  /** Whether what a key signs passes for a context's. */
  isOf(context: string, keyId: string): boolean {
    return this.#byId.get(keyId)?.context === context;
  }

  /**
   * Checks, beside the main thread, that the context which alone tells in a topic signed a message of it.
   * @returns what is wrong, as a word that names no content; `undefined` for a message that is the context's
   */
  async wrongOf(place: ReadPlace, message: ReadMessage): Promise<string | undefined> {
    const claim = this.#claimOf(place, message);
    if (typeof claim === 'string') return claim;
    return (await verifying(null, claim.bytes, claim.key, claim.signature)) ? undefined : WRONG;
  }

  /** The same at once, for a single message. */
  wrongNow(place: ReadPlace, message: ReadMessage): string | undefined {
    const claim = this.#claimOf(place, message);
    if (typeof claim === 'string') return claim;
    return verify(null, claim.bytes, claim.key, claim.signature) ? undefined : WRONG;
  }

  #claimOf(place: ReadPlace, message: ReadMessage): Claim {
    const given = message.headers[SIGNATURE_HEADER];
    if (given === undefined) return 'unsigned';
    const [, keyId = '', signature = ''] = SIGNATURE.exec(Buffer.from(given).toString('latin1')) ?? [];
    if (keyId === '') return WRONG;
    const known = this.#byId.get(keyId);
    if (known === undefined) return 'unknown-key';
    if (known.context !== place.context) return 'foreign-key';
    return { key: known.key, bytes: signedBytes(place, message), signature: Buffer.from(signature, 'base64url') };
  }
}

const WRONG = 'wrong-signature';
const verifying = promisify(verify);
