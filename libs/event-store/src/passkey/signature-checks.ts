import type { PartyJwk } from '@parley/kernel';

/** The primitives with which a signature is checked. Node and a browser have each in its own way. */
export interface SignatureChecks {
  /** SHA-256: 32 bytes. */
  digest(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>;
  /**
   * Whether a key signed a message; false also for what is no key.
   * @param signature 64 bytes, by ES256 as well (RFC 7518, 3.4)
   */
  verify(jwk: PartyJwk, message: Uint8Array, signature: Uint8Array): boolean | Promise<boolean>;
}
