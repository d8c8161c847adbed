import { createTokenVerifier, remoteKeys, type TokenVerifier } from '@parley/platform';
import type { FastifyInstance } from 'fastify';
import { parties } from '../parties';
import type { StandaloneSettings } from '../settings';
import { StartError } from '../startup/start-error';
import { createDemonstrationIdentity, PROVIDER_PATH } from './demonstration-identity';

/** Who is who: the provider whose tokens are trusted, and its routes where it lives in this process. */
export interface Identity {
  readonly tokens: TokenVerifier;
  readonly mount?: (fastify: FastifyInstance) => void;
  /** How to get a token, as a person would be told. */
  readonly howToGetToken: string;
  /** A command that gets a user's token, where there are demonstration users. */
  readonly tokenCommand?: (userId: string) => string;
}

/** Another issuer where the settings name one, else the demonstration's own. @throws StartError when the issuer cannot be asked */
export async function openIdentity({ oidc, dataDir, production }: StandaloneSettings, publicUrl: string): Promise<Identity> {
  if (oidc) {
    const keys = remoteKeys(oidc.jwksUrl?.href ?? (await discoverJwks(oidc.issuer)));
    return { tokens: createTokenVerifier({ issuer: oidc.issuer, audience: oidc.audience, keys }), howToGetToken: `Tokens are issued by ${oidc.issuer}.` };
  }
  const issuer = `${publicUrl}${PROVIDER_PATH}`;
  const demonstration = createDemonstrationIdentity({ issuer, dataDir, parties, production });
  return {
    tokens: demonstration.tokens,
    mount: (fastify) => {
      demonstration.mount(fastify);
    },
    howToGetToken: `Get a token of a demonstration user: \`${demonstration.tokenCommand('cn-desk')}\`. Users: ${demonstration.users.map(({ id }) => id).join(', ')}.`,
    tokenCommand: (userId) => demonstration.tokenCommand(userId),
  };
}

async function discoverJwks(issuer: string): Promise<string> {
  try {
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(5_000) });
    const { jwks_uri } = (await answer.json()) as { jwks_uri?: unknown };
    if (typeof jwks_uri === 'string') return jwks_uri;
  } catch {
    // Said below, in words of the settings.
  }
  throw new StartError(`The OpenID issuer ${issuer} did not say where its keys are; see PARLEY_OIDC_ISSUER and PARLEY_OIDC_JWKS_URL.`);
}
