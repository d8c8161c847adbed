import { createTokenVerifier, type TokenVerifier } from '@parley/auth';
import type { FastifyInstance } from 'fastify';
import { createDemonstrationIdentity, type DemonstrationIdentityOptions } from './demonstration-identity';
import { AUDIENCE } from './demonstration-provider';
import { howToGetToken, openIssuers, type OpenIssuer, type TrustedIssuers } from './trusted-issuer';

/** Who is who: the providers whose tokens are trusted, and their routes where they live in this process. */
export interface Identity {
  readonly tokens: TokenVerifier;
  /** One for each party and one for the secretariat. */
  readonly issuers: readonly OpenIssuer[];
  readonly audience: string;
  readonly mount?: (fastify: FastifyInstance) => void;
  /** How to get a token, as a person would be told. */
  readonly howToGetToken: string;
  /** A command that gets a user's token, where there are demonstration users. */
  readonly tokenCommand?: (userId: string) => string;
}

export interface IdentityOptions extends DemonstrationIdentityOptions {
  readonly oidc: TrustedIssuers;
}

/**
 * Opens the issuers that the settings name, otherwise the demonstration's own.
 * @throws SettingsError when an issuer cannot be asked
 */
export async function openIdentity({ oidc, ...options }: IdentityOptions): Promise<Identity> {
  if (oidc.issuers.length > 0) {
    const [issuers, { audience }] = [await openIssuers(oidc.issuers), oidc];
    return {
      ...{ issuers, audience, tokens: createTokenVerifier({ issuers, audience }) },
      howToGetToken: howToGetToken(issuers),
    };
  }
  const { users, issuers, tokens, mount, tokenCommand } = createDemonstrationIdentity(options);
  return {
    ...{ issuers, audience: AUDIENCE, tokens, mount, tokenCommand },
    howToGetToken:
      `Get a token of a demonstration user: \`${tokenCommand('cn-desk')}\`. ` +
      `Users: ${users.map(({ id }) => id).join(', ')}. Each side's people, and the secretariat's, have a provider of ` +
      'their own: `GET /v1/parties` names them.',
  };
}
