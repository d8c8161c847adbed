import { clientCredentials } from '@parley/client';
import type { Output } from '../command-line/output';
import { NotAsked } from '../report/not-asked';
import { needAddress } from '../sources/public-files';

/** What each part of an identity is called in the surroundings. On a command line everybody would see the secret. */
export const SURROUNDINGS = {
  url: 'PARLEY_URL',
  issuer: 'PARLEY_ISSUER',
  user: 'PARLEY_USER',
  secret: 'PARLEY_SECRET',
  purpose: 'PARLEY_PURPOSE',
} as const;

type Part = keyof typeof SURROUNDINGS;

/** What is given of an identity as options. */
export type GivenIdentity = Readonly<Partial<Record<Exclude<Part, 'secret'>, string>>>;

/** Who calls the API, and what for. */
export interface Identity {
  readonly url: string;
  readonly issuer: string;
  readonly user: string;
  readonly secret: string;
  /** What is read for; it stands in the log of reads. */
  readonly purpose: string | undefined;
}

/**
 * Whoever is named by options, and else by the surroundings.
 * @throws NotAsked `usage` that names what is missing, or is no address
 */
export function identityOf(given: GivenIdentity, env: Output['env']): Identity {
  const part = (name: Part): string | undefined =>
    (name === 'secret' ? undefined : given[name]) ?? env[SURROUNDINGS[name]];
  const need = (name: Part): string => {
    const value = part(name);
    if (value) return value;
    const option = name === 'secret' ? '' : `--${name}, `;
    throw new NotAsked('usage', {
      en: `give ${option}${SURROUNDINGS[name]}`,
      'zh-Hans': `请给出 ${option}${SURROUNDINGS[name]}`,
    });
  };
  const [url, issuer, user, secret] = [need('url'), need('issuer'), need('user'), need('secret')];
  needAddress(url);
  return { url, issuer, user, secret, purpose: part('purpose') };
}

/** Asks the issuer for a token. */
export const tokensOf = ({ url, issuer, user, secret }: Identity): (() => Promise<string>) =>
  clientCredentials({ url, issuer, id: user, secret });
