import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { signedToken, type SigningKey } from './signed-token';

/** An OpenID provider of somebody else, with the parts that a verifier asks for. */
export interface StubIssuer {
  readonly issuer: string;
  /** A token of one hour. */
  token(claims: object): string;
  stop(): void;
}

export async function startStubIssuer(audience: string): Promise<StubIssuer> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key: SigningKey = { ...privateKey.export({ format: 'jwk' }), kid: 'stub' };
  let issuer = '';
  const server = createServer((request, response) => {
    const known: Record<string, object> = {
      '/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/jwks` },
      '/jwks': { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'stub', alg: 'ES256', use: 'sig' }] },
    };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(known[request.url ?? ''] ?? {}));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  issuer = `http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`;
  const now = Math.floor(Date.now() / 1_000);
  return {
    issuer,
    token: (claims) => signedToken(key, { iss: issuer, aud: audience, iat: now, exp: now + 3_600, ...claims }),
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
