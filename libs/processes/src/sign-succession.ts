import type { Instant } from '@parley/kernel';

/** A public key of Ed25519, base64url, with its RFC 7638 thumbprint. */
export interface SucceedingKey {
  readonly x: string;
  readonly kid: string;
}

/** Signs what it is given by one key, as a compact JWS. */
interface Signs {
  readonly publicKey: { readonly kid: string };
  sign(content: unknown): Promise<string>;
}

/**
 * Has the key before sign for the one that comes after it. What it signs is nothing that a receipt could say.
 * @param former the key that is said to be the one before; a key of any other time signs for nothing
 * @param last thumbprint of the key that is in use by the record; none before the first
 * @param from the first instant at which the next one signs
 * @returns a compact JWS over `succeeds`, `x` and `from`; `null` where the key before is not at hand
 */
export const signSuccession = async (
  former: Signs | undefined,
  last: string | undefined,
  { kid, x }: SucceedingKey,
  from: Instant,
): Promise<string | null> => {
  if (former === undefined || former.publicKey.kid !== last) return null;
  return former.sign({ succeeds: kid, x, from });
};
