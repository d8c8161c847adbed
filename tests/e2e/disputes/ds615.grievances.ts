import { CONSTRUCTED, CONSTRUCTED_ZH, constructedGrievance } from '../../support/constructed';
import { wtoCase } from '../../support/wto-case';

/**
 * DS615 as it was filed, revised and supplemented. Title, legal basis and the dates of the three amendments are those
 * of tests/support/data/wto-cases.json, which does not say what each of them changed. The changes are constructed, and
 * say so.
 */
const { source } = wtoCase(615);
const original = (text: string) => ({ lang: 'en', text: `${CONSTRUCTED}${text}`, kind: 'original' });

export const filed = constructedGrievance(wtoCase(615));

/** C1 says something else, C7 is left out, and the public is told so. */
export const revised = {
  ...filed,
  claims: filed.claims
    .filter(({ id }) => id !== 'C7')
    .map((claim) =>
      claim.id === 'C1'
        ? { ...claim, because: [original('As revised: licences are refused for one destination only.')] }
        : claim,
    ),
  publicSummary: [
    original('China revises and replaces what it said of the export controls.'),
    { lang: 'zh-Hans', text: `${CONSTRUCTED_ZH}中国修订并替换其关于出口管制的申诉。`, kind: 'translation', of: 'en' },
  ],
};

/** With the measure of the addendum of 15 September 2023, and a claim against it. */
export const supplemented = withAddendum(revised, {
  n: 1,
  date: '2023-09-15',
  measure: 'M2',
  claim: 'C8',
  provision: 'I:1',
});

/** With the measure of the addendum of 19 December 2024, too. */
export const supplementedTwice = withAddendum(supplemented, {
  n: 2,
  date: '2024-12-19',
  measure: 'M3',
  claim: 'C9',
  provision: 'XI:1',
});

interface Addendum {
  readonly n: number;
  readonly date: string;
  readonly measure: string;
  readonly claim: string;
  readonly provision: string;
}

function withAddendum(grievance: typeof revised, { n, date, measure, claim, provision }: Addendum): typeof revised {
  const symbol = `WT/DS615/1/Rev.1/Add.${String(n)}`;
  const title = [original(`The measures described in the addendum ${symbol}`)];
  return {
    ...grievance,
    measures: [
      ...grievance.measures,
      {
        id: measure,
        wtoMember: 'US',
        title,
        number: symbol,
        issuer: `${CONSTRUCTED}as named in the addendum`,
        date,
        citation: source,
      },
    ],
    claims: [
      ...grievance.claims,
      {
        id: claim,
        measure,
        agreement: 'GATT1994',
        provision,
        because: [original(`The measure is said to be inconsistent with GATT1994 ${provision}.`)],
      },
    ],
  };
}
