import { AGREEMENTS, AGREEMENTS_EDITION, type ProvisionForm } from './agreements.data';
import type { Reference } from './reference';

const PARAGRAPHS = '(?:\\([a-z]{1,4}\\))*';
const FORMS: Readonly<Record<ProvisionForm, RegExp>> = {
  roman: new RegExp(`^(?:Ad )?(?:Annex \\w{1,4}|[IVXL]{1,7})(?::\\d{1,2}(?:\\.\\d{1,2})*)?${PARAGRAPHS}$`),
  arabic: new RegExp(`^(?:Annex \\w{1,4}(?::\\d{1,3})?|\\d{1,3}(?:\\.\\d{1,3})*)${PARAGRAPHS}$`),
};

/**
 * True when a provision is written as its agreement numbers them, such as `X:3(a)` of GATT1994 or `3.1(a)` of SCM. For
 * an agreement that is not on the list it is always true, because nothing is known of its numbering.
 */
export function isProvisionOf(agreement: string, provision: string): boolean {
  const listed = AGREEMENTS[agreement];
  return listed === undefined || FORMS[listed.form].test(provision);
}

/** A claim's legal basis as a reference; its link leads to the text of the agreement. */
export const provisionReference = (agreement: string, provision: string | undefined): Reference => ({
  kind: 'provision',
  text: provision === undefined ? agreement : `${agreement} ${provision}`,
  edition: AGREEMENTS[agreement] === undefined ? '' : AGREEMENTS_EDITION,
  link: AGREEMENTS[agreement]?.link ?? null,
});
