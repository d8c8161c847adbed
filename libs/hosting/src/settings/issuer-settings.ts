import { type IssuerName, SECRETARIAT } from '@parley/auth';
import { required, textSetting, urlSetting, type Setting, type SettingsOf } from '@parley/http';
import type { TrustedIssuers } from '@parley/identity/trusted-issuer';
import { parties } from '../installation/parties';

/** The address of an issuer stays as it is written, since its tokens name it letter by letter. */
const issuerSetting = (name: string): Setting<string | undefined> => ({
  name,
  read: (text) => {
    if (text === undefined) return undefined;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url && /^https?:$/.test(url.protocol) && url.href === url.origin + url.pathname
      ? text
      : { wrong: 'must be an address that starts with http:// or https://, without query' };
  },
});

const NAMES = [parties[0].code, parties[1].code, SECRETARIAT] as const;
const variableOf = (of: IssuerName): string => `PARLEY_OIDC_${of.toUpperCase()}_ISSUER`;
const VARIABLES = `${NAMES.slice(0, -1).map(variableOf).join(', ')} and ${variableOf(SECRETARIAT)}`;

const issuerNamed = (of: IssuerName, whose: string) => ({
  ...issuerSetting(variableOf(of)),
  meaning: `OpenID provider of ${whose}, which alone vouches for them; required in production`,
});
const jwksNamed = (of: IssuerName) => ({
  ...urlSetting(`PARLEY_OIDC_${of.toUpperCase()}_JWKS_URL`, 'http', 'https'),
  meaning: 'where its keys are, if they are not to be discovered',
});
const peopleOf = ({ inSentence }: (typeof parties)[number]): string => `the people of ${inSentence.en}`;

/** Settings that say whose tokens are trusted, for whom. */
export const ISSUER_SETTINGS = {
  oneIssuer: issuerNamed(NAMES[0], peopleOf(parties[0])),
  oneJwksUrl: jwksNamed(NAMES[0]),
  otherIssuer: issuerNamed(NAMES[1], peopleOf(parties[1])),
  otherJwksUrl: jwksNamed(NAMES[1]),
  secretariatIssuer: issuerNamed(SECRETARIAT, 'whom neither side appointed'),
  secretariatJwksUrl: jwksNamed(SECRETARIAT),
  audience: { ...textSetting('PARLEY_OIDC_AUDIENCE', 'parley'), meaning: 'audience of their tokens' },
};

/** The same, where there are no others. */
export const REQUIRED_ISSUER_SETTINGS = {
  ...ISSUER_SETTINGS,
  oneIssuer: { ...ISSUER_SETTINGS.oneIssuer, ...required(ISSUER_SETTINGS.oneIssuer) },
  otherIssuer: { ...ISSUER_SETTINGS.otherIssuer, ...required(ISSUER_SETTINGS.otherIssuer) },
  secretariatIssuer: { ...ISSUER_SETTINGS.secretariatIssuer, ...required(ISSUER_SETTINGS.secretariatIssuer) },
};

type IssuerValues = SettingsOf<typeof ISSUER_SETTINGS>;

const namedIn = (read: Partial<IssuerValues>) => [
  { of: NAMES[0], issuer: read.oneIssuer, jwksUrl: read.oneJwksUrl },
  { of: NAMES[1], issuer: read.otherIssuer, jwksUrl: read.otherJwksUrl },
  { of: NAMES[2], issuer: read.secretariatIssuer, jwksUrl: read.secretariatJwksUrl },
];

/** The issuers that the settings name, all of them or none. */
export const issuersNamed = (read: IssuerValues): TrustedIssuers => ({
  audience: read.audience,
  issuers: namedIn(read).flatMap(({ of, issuer, jwksUrl }) => (issuer === undefined ? [] : [{ of, issuer, jwksUrl }])),
});

/** What is wrong with these settings beside each other: who vouches for one side must not be able to for another. */
export function issuerFaults(read: Partial<IssuerValues>, production: boolean): readonly string[] {
  const named = namedIn(read);
  const issuers = named.flatMap(({ issuer }) => issuer ?? []);
  const addresses = issuers.map((issuer) => new URL(issuer).href.replace(/\/$/, ''));
  const keys = named.flatMap(({ jwksUrl }) => jwksUrl?.href ?? []);
  return [
    ...(!isWhole(read) || issuers.length === 0 || issuers.length === NAMES.length ? [] : [`${VARIABLES} go together`]),
    ...(isDistinct(addresses) && isDistinct(keys) ? [] : [`${VARIABLES} must be three, each with keys of its own`]),
    ...(production
      ? named.flatMap(({ of, issuer, jwksUrl }) =>
          [issuer, jwksUrl?.href].some((address) => address !== undefined && new URL(address).protocol !== 'https:')
            ? [`${variableOf(of)} and where its keys are must be https in production`]
            : [],
        )
      : []),
  ];
}

/** In production the demonstration's own providers cannot stand in for the ones that are not named. */
export const absentIssuerFaults = (read: Partial<IssuerValues>, production: boolean): readonly string[] =>
  production && namedIn(read).every(({ issuer }) => issuer === undefined)
    ? [`production needs ${VARIABLES}, because the demonstration users are refused there`]
    : [];

/** Whether none of them is wrong by itself, which is told already. */
const isWhole = (read: object): boolean =>
  ['oneIssuer', 'otherIssuer', 'secretariatIssuer'].every((key) => key in read);

const isDistinct = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;
