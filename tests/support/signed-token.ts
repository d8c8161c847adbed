import { createPrivateKey, sign, type JsonWebKey } from 'node:crypto';

/** A private ES256 key with its id. */
export type SigningKey = JsonWebKey & { readonly kid: string };

/** An access token with any claims (RFC 9068). */
export function signedToken({ kid, ...jwk }: SigningKey, claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'ES256', typ: 'at+jwt', kid })}.${part(claims)}`;
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  return `${signed}.${sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}
