import { askIssuer, type IssuerName, remoteKeys } from '@parley/auth';
import { SettingsError } from '@parley/http';
import type { JWTVerifyGetKey } from 'jose';
import type { OpenIssuer, TrustedIssuer } from './trusted-issuer';

/** Milliseconds in which a provider has to say where its keys are. */
const PATIENCE_MS = 5_000;
/** Milliseconds after which one that did not is asked again, however many tokens of it come meanwhile. */
const AGAIN_MS = 5_000;

interface Found {
  readonly keys: JWTVerifyGetKey;
  readonly tokenEndpoint?: string;
}

/** A provider that is asked where its keys are when they are first needed. While it is away, its tokens are refused. */
export class DiscoveredIssuer implements OpenIssuer {
  readonly of: IssuerName;
  readonly issuer: string;
  #asked: Promise<Found> | undefined;
  #found: Found | undefined;

  constructor({ of, issuer, jwksUrl }: TrustedIssuer) {
    this.of = of;
    this.issuer = issuer;
    if (jwksUrl) this.#asked = Promise.resolve({ keys: remoteKeys(jwksUrl.href) });
  }

  readonly keys: JWTVerifyGetKey = async (header, token) => (await this.#discovered()).keys(header, token);

  get tokenEndpoint(): string | undefined {
    return this.#found?.tokenEndpoint;
  }

  async away(): Promise<string | undefined> {
    try {
      await this.#discovered();
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  async #discovered(): Promise<Found> {
    this.#asked ??= this.#discover();
    return (this.#found = await this.#asked);
  }

  async #discover(): Promise<Found> {
    try {
      return await discover(this.of, this.issuer);
    } catch (error) {
      setTimeout(() => (this.#asked = undefined), AGAIN_MS).unref();
      throw error;
    }
  }
}

/** Where a provider describes itself (OpenID Connect Discovery, 4). */
export const discoveryOf = (issuer: string): string => `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;

interface Description {
  readonly issuer?: unknown;
  readonly jwks_uri?: unknown;
  readonly token_endpoint?: unknown;
}

async function discover(of: IssuerName, issuer: string): Promise<Found> {
  const said = await descriptionBy(issuer);
  const variable = `PARLEY_OIDC_${of.toUpperCase()}`;
  if (said !== undefined && said.issuer !== issuer)
    throw new SettingsError(`The OpenID issuer ${issuer} says that it is another one; see ${variable}_ISSUER.`);
  if (typeof said?.jwks_uri !== 'string' || !isAsSafeAs(said.jwks_uri, issuer))
    throw new SettingsError(
      `The OpenID issuer ${issuer} did not say where its keys are; see ${variable}_ISSUER and ${variable}_JWKS_URL.`,
    );
  const { jwks_uri: keys, token_endpoint: tokenEndpoint } = said;
  return { keys: remoteKeys(keys), ...(typeof tokenEndpoint === 'string' ? { tokenEndpoint } : {}) };
}

/** Nobody on the way may give other keys where nobody could change the address that leads to them. */
const isAsSafeAs = (address: string, issuer: string): boolean =>
  URL.canParse(address) && (new URL(address).protocol === 'https:' || new URL(issuer).protocol === 'http:');

async function descriptionBy(issuer: string): Promise<Description | undefined> {
  try {
    const answer = await askIssuer(discoveryOf(issuer), {
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return (await answer.json()) as Description;
  } catch {
    return undefined;
  }
}
