import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Client, type Provider } from './client';
import { signedToken, type SigningKey } from './signed-token';

/** The claims of a token that the demonstration's provider gave. */
export const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<string, unknown>;

/**
 * A token with any claims, signed with the own key of a provider of the demonstration as the data folder keeps it.
 * @param by the provider; the one that the claims name when left out
 */
export const forgedToken = (dataDir: string, claims: Readonly<Record<string, unknown>>, by?: Provider): string =>
  signedToken(
    JSON.parse(
      readFileSync(
        path.join(dataDir, 'keys', `demonstration-provider-${by ?? path.basename(claims['iss'] as string)}.jwk`),
        'utf8',
      ),
    ) as SigningKey,
    claims,
  );

/** A user of the demonstration who comes with a token for another office than before. */
export const inOffice = ({ url, token }: Client, dataDir: string, role: string): Client =>
  Client.withToken(url, forgedToken(dataDir, { ...claimsOf(token ?? ''), roles: [role] }));
