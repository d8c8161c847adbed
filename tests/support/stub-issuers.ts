import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Provider } from './client';
import { ownCertificate } from './own-certificate';
import { signedToken, type SigningKey } from './signed-token';

/** OpenID providers of somebody else, one for each side and one for the secretariat, with what a verifier asks for. */
export interface StubIssuers {
  /** The settings by which a process trusts them, and the certificate of their host. */
  readonly settings: Readonly<Record<string, string>>;
  /**
   * A token of ten minutes.
   * @param by the provider; that of the claimed party when left out
   */
  token(claims: Claims, by?: Provider): string;
  stop(): void;
}

export interface Claims {
  readonly sub: string;
  readonly party?: string;
  readonly roles: readonly string[];
  readonly [more: string]: unknown;
}

const NAMES: readonly Provider[] = ['us', 'cn', 'secretariat'];
const LIFE_SECONDS = 600;

/** They are reached by TLS, since nothing else is taken in production. */
export async function startStubIssuers(audience: string): Promise<StubIssuers> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-issuers-'));
  const [own, certificate] = [ownCertificate(), path.join(folder, 'certificate.pem')];
  writeFileSync(certificate, own.cert);
  const keys = new Map(NAMES.map((name) => [name, generateKeyPairSync('ec', { namedCurve: 'P-256' })]));
  let host = '';
  const issuerOf = (name: Provider): string => `${host}/${name}`;
  const known = (url: string): object | undefined => {
    const [, name, ...rest] = url.split('/');
    const key = keys.get(name as Provider);
    if (!key) return undefined;
    const issuer = issuerOf(name as Provider);
    return rest.join('/') === 'jwks'
      ? { keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: 'stub', alg: 'ES256', use: 'sig' }] }
      : { issuer, jwks_uri: `${issuer}/jwks`, token_endpoint: `${issuer}/token` };
  };
  const answer: RequestListener = ({ url = '' }, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(known(url) ?? {}));
  };
  const server = createServer(own, answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  host = `https://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`;
  return {
    settings: {
      PARLEY_OIDC_AUDIENCE: audience,
      ...Object.fromEntries(NAMES.map((name) => [`PARLEY_OIDC_${name.toUpperCase()}_ISSUER`, issuerOf(name)])),
      NODE_EXTRA_CA_CERTS: certificate,
    },
    token: (claims, by = (claims.party?.toLowerCase() ?? 'secretariat') as Provider) => {
      const now = Math.floor(Date.now() / 1_000);
      const key = { ...keys.get(by)?.privateKey.export({ format: 'jwk' }), kid: 'stub' } satisfies SigningKey;
      return signedToken(key, { iss: issuerOf(by), aud: audience, iat: now, exp: now + LIFE_SECONDS, ...claims });
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true });
    },
  };
}
