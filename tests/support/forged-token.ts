import { createPrivateKey, sign, type JsonWebKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The claims of a token that the demonstration's provider gave. */
export const claimsOf = (token: string): Record<string, unknown> => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<string, unknown>;

/** A token with any claims, signed with the demonstration provider's own key as the data folder keeps it. */
export function forgedToken(dataDir: string, claims: object): string {
  const { kid, ...jwk } = JSON.parse(readFileSync(path.join(dataDir, 'keys', 'demonstration-provider.jwk'), 'utf8')) as JsonWebKey & { kid: string };
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'ES256', typ: 'JWT', kid })}.${part(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), { key: createPrivateKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}
