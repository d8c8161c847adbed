import { remoteKeys, type TokenRules } from '@parley/auth';
import { SettingsError } from '@parley/http';

/** An OpenID provider as the settings name it. */
export interface TrustedIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** Where its keys are, if they are not to be discovered. */
  readonly jwksUrl: URL | undefined;
}

/** Milliseconds in which a provider has to say where its keys are. */
const PATIENCE_MS = 5_000;

/** What a verifier needs to trust a provider's tokens. @throws SettingsError when it does not say where its keys are */
export async function openIssuer({ issuer, audience, jwksUrl }: TrustedIssuer): Promise<Omit<TokenRules, 'parties'>> {
  return { issuer, audience, keys: remoteKeys(jwksUrl?.href ?? (await discoverJwks(issuer))) };
}

async function discoverJwks(issuer: string): Promise<string> {
  try {
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const { jwks_uri } = (await answer.json()) as { jwks_uri?: unknown };
    if (typeof jwks_uri === 'string') return jwks_uri;
  } catch {
    // The error below says it in words of the settings.
  }
  throw new SettingsError(
    `The OpenID issuer ${issuer} did not say where its keys are; see PARLEY_OIDC_ISSUER and PARLEY_OIDC_JWKS_URL.`,
  );
}
