import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from './client';
import { signedToken, type SigningKey } from './signed-token';

/** The claims of a token that the demonstration's provider gave. */
export const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<string, unknown>;

/** A token with any claims, signed with the demonstration provider's own key as the data folder keeps it. */
export const forgedToken = (dataDir: string, claims: object): string =>
  signedToken(
    JSON.parse(readFileSync(path.join(dataDir, 'keys', 'demonstration-provider.jwk'), 'utf8')) as SigningKey,
    claims,
  );

/** A user of the demonstration who comes with a token for another office, or of another side, than before. */
export const inOffice = ({ url, token }: Client, dataDir: string, role: string, party?: string): Client =>
  Client.withToken(
    url,
    forgedToken(dataDir, { ...claimsOf(token ?? ''), roles: [role], ...(party === undefined ? {} : { party }) }),
  );
