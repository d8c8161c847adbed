import type { IssuerKeys, IssuerName } from '@parley/auth';
import { type ReadinessCheck, SettingsError } from '@parley/http';
import { DiscoveredIssuer } from './discovered-issuer';

/** An OpenID provider as the settings name it. */
export interface TrustedIssuer {
  /** The party whose people it vouches for, or the secretariat. */
  readonly of: IssuerName;
  /** Its address, letter by letter as its tokens name it. */
  readonly issuer: string;
  /** Where its keys are, if they are not to be discovered. */
  readonly jwksUrl: URL | undefined;
}

/** The providers that the settings name: one for each party and one for the secretariat, or none at all. */
export interface TrustedIssuers {
  readonly audience: string;
  readonly issuers: readonly TrustedIssuer[];
}

/** A provider whose keys can be asked for. */
export interface OpenIssuer extends IssuerKeys {
  /** Where its people get their tokens, as far as it is known by now. */
  readonly tokenEndpoint: string | undefined;
  /** Why it vouches for nobody just now, as a sentence that anybody may read. */
  away(): Promise<string | undefined>;
}

/**
 * What a verifier needs to trust the providers. One that is away keeps its own people out, and nobody else:
 * whoever runs it could otherwise keep the system from being started.
 * @throws SettingsError when none of them says where its keys are
 */
export async function openIssuers(issuers: readonly TrustedIssuer[]): Promise<readonly OpenIssuer[]> {
  const opened = issuers.map((issuer) => new DiscoveredIssuer(issuer));
  const away = await Promise.all(opened.map((issuer) => issuer.away()));
  const [first] = away;
  if (first !== undefined && away.every((reason) => reason !== undefined)) throw new SettingsError(first);
  return opened;
}

/** Tells which providers are away; the others' people are let in. */
export const issuersCheck = (issuers: readonly OpenIssuer[]): ReadinessCheck => ({
  name: 'issuers',
  check: () => Promise.resolve(undefined),
  degraded: async () => {
    const away = (await Promise.all(issuers.map((issuer) => issuer.away()))).flatMap((reason) => reason ?? []);
    return away.length === 0 ? undefined : away.join(' ');
  },
});

/** Who gives tokens to whom, as a person would be told. */
export const howToGetToken = (issuers: readonly Pick<TrustedIssuer, 'of' | 'issuer'>[]): string =>
  `Tokens are issued by ${issuers.map(({ of, issuer }) => `${issuer} (${of})`).join(', ')}.`;
