import { docketEntries } from './docket-entries';
import type { Rule } from './rule';

/** Each entry of the docket is in both languages. */
export const bothLanguagesAtOnce: Rule = {
  invariant: 'I-57',
  check: ({ log }) =>
    docketEntries(log).flatMap(({ serial, kind, texts }) =>
      /[A-Za-z]/.test(texts.en) && /\p{Script=Han}/u.test(texts['zh-Hans'])
        ? []
        : [`entry ${String(serial)} (${kind}) is not in both languages`],
    ),
};
