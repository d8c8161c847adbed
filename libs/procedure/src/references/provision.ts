import { closest } from 'fastest-levenshtein';
import { AGREEMENTS, AGREEMENTS_EDITION, type ProvisionForm } from './agreements.data';
import type { Reference } from './reference';

/** `(a)`, `(1)`, `(i)`, one within the other. */
const PARAGRAPHS = String.raw`(?:\((?:[a-z]{1,4}|\d{1,2})\))*`;
/** `Annex`, `Annex C:1`, `Annex 3.D`, `Appendix 2`. */
const ANNEX = String.raw`(?:Annex|Appendix)(?: [A-Z0-9]{1,4})?(?:[.:](?:\d{1,3}|[A-Z]))*`;
const ARTICLE = String.raw`\d{1,3}(?:\.\d{1,3})*`;

const provisions = (...kinds: readonly string[]): RegExp => new RegExp(`^(?:${kinds.join('|')})${PARAGRAPHS}$`);

const FORMS: Readonly<Record<ProvisionForm, RegExp>> = {
  roman: provisions(String.raw`(?:Ad )?(?:${ANNEX}|[IVXL]{1,7}(?::\d{1,2}(?:\.\d{1,2})*)?)`),
  arabic: provisions(ANNEX, ARTICLE),
  accession: provisions(ANNEX, String.raw`(?:I\.)?${ARTICLE}`, String.raw`WPR \d{1,3}`),
};

/** The codes of all agreements, in the order of the list. */
export const AGREEMENT_CODES: readonly string[] = Object.keys(AGREEMENTS);

export const isListedAgreement = (code: string): boolean => Object.hasOwn(AGREEMENTS, code);

/** One form for a name in any case and spacing. */
const folded = (name: string): string => name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

/** The code of each agreement by its names: by the code itself, and by what the agreement is also called. */
const CODE_BY_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(AGREEMENTS).flatMap(([code, { alsoCalled = [] }]) =>
    [code, ...alsoCalled].map((name) => [folded(name), code] as const),
  ),
);

/** The code on the list whose name is written most like another; of two alike the first on the list. */
export const nearestAgreement = (name: string): string =>
  CODE_BY_NAME.get(closest(folded(name), [...CODE_BY_NAME.keys()])) ?? '';

/** True when a provision is written as its agreement numbers them: `X:3(a)` of GATT1994, `1.1(a)(1)` of SCM. */
export function isProvisionOf(agreement: string, provision: string): boolean {
  const listed = AGREEMENTS[agreement];
  return listed !== undefined && FORMS[listed.form].test(provision);
}

/** A claim's legal basis as a reference; its link leads to the text of the agreement. */
export const provisionReference = (agreement: string, provision: string | undefined): Reference => ({
  kind: 'provision',
  text: provision === undefined ? agreement : `${agreement} ${provision}`,
  edition: AGREEMENTS[agreement] === undefined ? '' : AGREEMENTS_EDITION,
  link: AGREEMENTS[agreement]?.link ?? null,
});
