/** SHA-256 of bytes: 32 bytes. */
export type Digest = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** Whether an Ed25519 signature of 64 bytes holds (RFC 8032). The key is the 32 bytes of the public key. */
export type VerifyEd25519 = (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>;

/** Signs by Ed25519: 64 bytes. */
export type SignEd25519 = (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/**
 * The two primitives on which all rests. Everything in this library takes them as an argument and waits for what they
 * return, so that a browser checks by the same code with its own.
 */
export interface Checks {
  readonly digest: Digest;
  readonly verifyEd25519: VerifyEd25519;
}
