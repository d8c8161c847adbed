import type { Reference } from './reference';

/**
 * Nomenclatures of goods: the World Customs Organization's, the tariff schedule of the United States, the customs
 * tariff of China.
 */
export const GOODS_SYSTEMS = ['HS', 'HTS', 'CN-TARIFF'] as const;
export type GoodsSystem = (typeof GOODS_SYSTEMS)[number];

/** Goods by their code. The same code means other goods in another edition, so the edition is part of it. */
export interface GoodsCode {
  readonly system: GoodsSystem;
  /**
   * Year of the edition: for the HS the year of entry into force, for a national tariff the year to which it applies.
   */
  readonly edition: string;
  /** Groups separated by dots: `87`, `8703`, `8703.23`; in a national tariff also `8703.23.01` and `8703.23.01.10`. */
  readonly code: string;
}

/**
 * Editions of the Harmonized System, by the year of their entry into force, with the page of those that the WCO keeps
 * online.
 */
const HS_EDITIONS: Readonly<Record<string, string | null>> = {
  '1988': null,
  '1996': null,
  '2002': null,
  '2007': null,
  '2012': null,
  '2017': 'https://www.wcoomd.org/en/topics/nomenclature/instrument-and-tools/hs-nomenclature-2017-edition.aspx',
  '2022': 'https://www.wcoomd.org/en/topics/nomenclature/instrument-and-tools/hs-nomenclature-2022-edition.aspx',
};

const FORMS: Readonly<Record<GoodsSystem, RegExp>> = {
  HS: /^\d{2}(?:\d{2}(?:\.\d{2})?)?$/,
  HTS: /^\d{4}\.\d{2}\.\d{2}(?:\.\d{2})?$/,
  'CN-TARIFF': /^\d{4}\.\d{2}\.\d{2}(?:\.\d{2})?$/,
};

/** What is wrong with a code of goods: its edition, or its form. `undefined` when it is well written. */
export function goodsCodeFault({ system, edition, code }: GoodsCode): 'edition' | 'code' | undefined {
  const known = system === 'HS' ? edition in HS_EDITIONS : /^(?:19[89]\d|20\d{2})$/.test(edition);
  if (!known) return 'edition';
  return FORMS[system].test(code) ? undefined : 'code';
}

export const goodsReference = ({ system, edition, code }: GoodsCode): Reference => ({
  kind: 'goods',
  text: `${system} ${code}`,
  edition,
  link: linkOf({ system, edition, code }),
});

function linkOf({ system, edition, code }: GoodsCode): string | null {
  if (system === 'HTS') return `https://hts.usitc.gov/search?query=${code}`;
  return system === 'HS' ? (HS_EDITIONS[edition] ?? null) : null;
}
