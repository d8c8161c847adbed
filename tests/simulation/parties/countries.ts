import type { Bilingual, CaseParties, Party, PartyCode, PersonId } from '@parley/kernel';

/**
 * The two countries of a run, in their places. Everything is drawn from their places and nothing from their names, so
 * that a run with the two swapped is the mirror image of the first (I-07).
 */
export type Countries = readonly [PartyCode, PartyCode];

const [US, CN] = ['US' as PartyCode, 'CN' as PartyCode];

export const countriesOf = (mirrored: boolean): Countries => (mirrored ? [CN, US] : [US, CN]);

export const otherCountry = ([one, other]: Countries, party: PartyCode): PartyCode => (party === one ? other : one);

export const partiesWith = (countries: Countries, complainant: PartyCode): CaseParties => ({
  complainant,
  respondent: otherCountry(countries, complainant),
});

/** A person whom a country appointed: `a-desk`, `b-3`. Pseudonyms name no country. */
export const personOf = (countries: Countries, party: PartyCode, office: string): PersonId =>
  `${party === countries[0] ? 'a' : 'b'}-${office}` as PersonId;

/** Somebody who has nothing to do with any case. */
export const PASSER_BY = 'passer-by' as PersonId;

const names: Readonly<Record<string, Bilingual>> = {
  US: { en: 'the United States', 'zh-Hans': '美国' },
  CN: { en: 'China', 'zh-Hans': '中国' },
};

export const inSentence = (code: string): Bilingual => names[code] ?? { en: code, 'zh-Hans': code };

export const exhibitPrefix = (party: PartyCode): string => (party === US ? 'USA' : 'CHN');

const partyOf = (code: PartyCode): Party => {
  const name = inSentence(code);
  return { code, name, inSentence: name, exhibitPrefix: exhibitPrefix(code), calendar: code, desk: name };
};

/** The two parties of a simulated installation. */
export const simulatedParties: readonly [Party, Party] = [partyOf(US), partyOf(CN)];
