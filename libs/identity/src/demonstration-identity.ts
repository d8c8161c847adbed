import { createTokenVerifier, type IssuerName, SECRETARIAT, type TokenVerifier } from '@parley/auth';
import type { Party } from '@parley/kernel';
import type { FastifyInstance } from 'fastify';
import { createLocalJWKSet } from 'jose';
import { AUDIENCE, demonstrationProvider } from './demonstration-provider';
import { type DemonstrationUser, demonstrationUsers } from './demonstration-users';
import { mountProvider } from './mount-provider';
import { providerKey } from './provider-key';
import type { OpenIssuer } from './trusted-issuer';

/** The one secret of every demonstration user, printed in the README. It protects nothing, so production refuses it. */
export const DEMONSTRATION_SECRET = 'demo';

/** Where the provider of a side, or of the secretariat, lives on the server that it is mounted on. */
export const providerPathOf = (of: IssuerName): string => `/oidc/${of.toLowerCase()}`;

export interface DemonstrationIdentityOptions {
  /** Address under which clients reach the server, without a slash at its end: `http://127.0.0.1:3000`. */
  readonly publicUrl: string;
  /** Where the providers' keys are kept. */
  readonly keysDir: string;
  readonly parties: readonly Pick<Party, 'code' | 'name'>[];
  /** Whether the configuration says production. */
  readonly production: boolean;
}

export interface DemonstrationIdentity {
  readonly users: readonly DemonstrationUser[];
  readonly issuers: readonly OpenIssuer[];
  /** Trusts these providers' tokens and no others, without asking them over the network. */
  readonly tokens: TokenVerifier;
  /** Adds the providers' routes to a server, before it is ready. */
  mount(fastify: FastifyInstance): void;
  /** The command that gets a user's token. */
  tokenCommand(userId: string): string;
}

/**
 * Three OpenID providers inside the process, one for each side and one for the secretariat, with a user for every role.
 * @throws Error in production: their users' secret is known to everybody
 */
export function createDemonstrationIdentity({
  publicUrl,
  keysDir,
  parties,
  production,
}: DemonstrationIdentityOptions): DemonstrationIdentity {
  if (production) {
    throw new Error(
      'The demonstration users are refused in production: name an OpenID issuer of each side and of the secretariat.',
    );
  }
  const users = demonstrationUsers(parties);
  const providers = [...parties.map(({ code }) => code), SECRETARIAT].map((of: IssuerName) => {
    const [issuer, key] = [`${publicUrl}${providerPathOf(of)}`, providerKey(keysDir, of)];
    const { d: _private, ...publicKey } = key;
    const own = users.filter((user) => user.of === of);
    return {
      provider: demonstrationProvider(issuer, own, DEMONSTRATION_SECRET, key),
      opened: {
        ...{ of, issuer, keys: createLocalJWKSet({ keys: [publicKey] }), tokenEndpoint: `${issuer}/token` },
        away: () => Promise.resolve(undefined),
      },
    };
  });
  const issuers = providers.map(({ opened }) => opened);
  return {
    users,
    issuers,
    tokens: createTokenVerifier({ issuers, audience: AUDIENCE }),
    mount: (fastify) => {
      for (const { provider, opened } of providers) mountProvider(fastify, providerPathOf(opened.of), provider);
    },
    tokenCommand: (userId) => {
      const of = users.find(({ id }) => id === userId)?.of ?? SECRETARIAT;
      const endpoint = `${publicUrl}${providerPathOf(of)}/token`;
      return `curl -sS -u ${userId}:${DEMONSTRATION_SECRET} -d grant_type=client_credentials ${endpoint}`;
    },
  };
}
