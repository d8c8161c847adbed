import { createTokenVerifier, type TokenVerifier } from '@parley/auth';
import type { FastifyInstance } from 'fastify';
import {
  createDemonstrationIdentity,
  PROVIDER_PATH,
  type DemonstrationIdentityOptions,
} from './demonstration-identity';
import { openIssuer, type TrustedIssuer } from './trusted-issuer';

/** Who is who: the provider whose tokens are trusted, and its routes where it lives in this process. */
export interface Identity {
  readonly tokens: TokenVerifier;
  readonly mount?: (fastify: FastifyInstance) => void;
  /** How to get a token, as a person would be told. */
  readonly howToGetToken: string;
  /** A command that gets a user's token, where there are demonstration users. */
  readonly tokenCommand?: (userId: string) => string;
}

export interface IdentityOptions extends Omit<DemonstrationIdentityOptions, 'issuer'> {
  /** The provider that the settings name, if they name one. */
  readonly oidc: TrustedIssuer | undefined;
  /** Address under which clients reach this process, without a slash at its end. */
  readonly publicUrl: string;
}

/**
 * Opens the issuer that the settings name, otherwise the demonstration's own.
 * @throws SettingsError when the issuer cannot be asked
 */
export async function openIdentity({ oidc, publicUrl, ...demonstrationOptions }: IdentityOptions): Promise<Identity> {
  if (oidc)
    return {
      tokens: createTokenVerifier({
        ...(await openIssuer(oidc)),
        parties: demonstrationOptions.parties.map(({ code }) => code),
      }),
      howToGetToken: `Tokens are issued by ${oidc.issuer}.`,
    };
  const demonstration = createDemonstrationIdentity({
    ...demonstrationOptions,
    issuer: `${publicUrl}${PROVIDER_PATH}`,
  });
  return {
    tokens: demonstration.tokens,
    mount: (fastify) => {
      demonstration.mount(fastify);
    },
    howToGetToken:
      `Get a token of a demonstration user: \`${demonstration.tokenCommand('cn-desk')}\`. ` +
      `Users: ${demonstration.users.map(({ id }) => id).join(', ')}.`,
    tokenCommand: (userId) => demonstration.tokenCommand(userId),
  };
}
