/** Signs canonical JSON with the registry's key. */
export interface Signer {
  /**
   * A compact JWS (RFC 7515, EdDSA) over the canonical JSON of the content; the same content gives the same signature.
   */
  sign(content: unknown): Promise<string>;
}

/** A public key as RFC 8037 JWK, with its RFC 7638 thumbprint as id. */
export interface PublicJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
  readonly alg: 'EdDSA';
  readonly use: 'sig';
}

/** The registry's own signer. Anybody may have its public key to check what it signed. */
export interface RegistrySigner extends Signer {
  readonly publicKey: PublicJwk;
  /**
   * The bare Ed25519 signature of a text that is no JWS, as Standard Webhooks ask for (`v1a`). What is signed begins
   * with an id, and a JWS with the Base64 of `{"`, so that neither signature ever passes for the other.
   */
  signMessage(text: string): Promise<Uint8Array>;
}
