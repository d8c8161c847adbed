/** A public key as RFC 8037 JWK, with its RFC 7638 thumbprint as id. */
export interface PublicJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
  readonly alg: 'EdDSA';
  readonly use: 'sig';
}

/**
 * Signs by one Ed25519 key, wherever that is kept: in a file, or in a device that never gives it out. Anybody may have
 * the public key to check what it signed.
 */
export interface Signer {
  readonly publicKey: PublicJwk;
  /**
   * The bare Ed25519 signature of a message, 64 bytes; of a text in UTF-8. What Standard Webhooks sign (`v1a`) begins
   * with an id, and a JWS with the Base64 of `{"`, so that neither signature ever passes for the other.
   */
  signMessage(message: string | Uint8Array): Promise<Uint8Array>;
}

/** The registry's own signer, which gives receipts. */
export interface RegistrySigner extends Signer {
  /**
   * A compact JWS (RFC 7515, EdDSA) over the canonical JSON of the content; the same content gives the same signature.
   */
  sign(content: unknown): Promise<string>;
}
