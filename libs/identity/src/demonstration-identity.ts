import { createTokenVerifier, type TokenVerifier } from '@parley/auth';
import type { Party } from '@parley/kernel';
import type { FastifyInstance } from 'fastify';
import { createLocalJWKSet } from 'jose';
import { AUDIENCE, demonstrationProvider } from './demonstration-provider';
import { type DemonstrationUser, demonstrationUsers } from './demonstration-users';
import { mountProvider } from './mount-provider';
import { providerKey } from './provider-key';

/** The one secret of every demonstration user, printed in the README. It protects nothing, so production refuses it. */
export const DEMONSTRATION_SECRET = 'demo';

/** Where the provider lives on the server that it is mounted on. */
export const PROVIDER_PATH = '/oidc';

export interface DemonstrationIdentityOptions {
  /** Address of the provider as clients see it, including `PROVIDER_PATH`: `http://127.0.0.1:3000/oidc`. */
  readonly issuer: string;
  /** Where its key is kept. */
  readonly keysDir: string;
  readonly parties: readonly Pick<Party, 'code' | 'name'>[];
  /** Whether the configuration says production. */
  readonly production: boolean;
}

export interface DemonstrationIdentity {
  readonly users: readonly DemonstrationUser[];
  /** Trusts this provider's tokens and no others, without asking it over the network. */
  readonly tokens: TokenVerifier;
  /** Adds the provider's routes to a server, before it is ready. */
  mount(fastify: FastifyInstance): void;
  /** The command that gets a user's token. */
  tokenCommand(userId: string): string;
}

/**
 * An OpenID provider inside the process, with a user for every role of both sides.
 * @throws Error in production: its users' secret is known to everybody
 */
export function createDemonstrationIdentity({
  issuer,
  keysDir,
  parties,
  production,
}: DemonstrationIdentityOptions): DemonstrationIdentity {
  if (production) {
    throw new Error(
      'The demonstration users are refused in production: name an OpenID issuer with PARLEY_OIDC_ISSUER.',
    );
  }
  const key = providerKey(keysDir);
  const users = demonstrationUsers(parties);
  const provider = demonstrationProvider(issuer, users, DEMONSTRATION_SECRET, key);
  const { d: _private, ...publicKey } = key;
  return {
    users,
    tokens: createTokenVerifier({
      issuer,
      audience: AUDIENCE,
      parties: parties.map(({ code }) => code),
      keys: createLocalJWKSet({ keys: [publicKey] }),
    }),
    mount: (fastify) => {
      mountProvider(fastify, PROVIDER_PATH, provider);
    },
    tokenCommand: (userId) =>
      `curl -s -u ${userId}:${DEMONSTRATION_SECRET} -d grant_type=client_credentials ${issuer}/token`,
  };
}
