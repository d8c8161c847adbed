import { refuse, type IsoDate, type PartyCode, type RefusalReason, type Refused } from '@parley/kernel';
import { LAST_COMPUTED_YEAR, yearOf } from '@parley/procedure';
import type { ObligationTerms } from './obligation-terms';

export const termsRefusals = {
  ownerUnknown: {
    code: 'owner-not-a-party',
    rule: 'I-47',
    status: 422,
    en: 'The owner of an obligation is one of the two parties.',
    'zh-Hans': '义务的承担者须为两个当事方之一。',
  },
  obligationTwice: {
    code: 'obligation-named-twice',
    rule: 'I-47',
    status: 422,
    en: 'Two obligations have the same id.',
    'zh-Hans': '两项义务的编号相同。',
  },
  datePassed: {
    code: 'obligation-date-passed',
    rule: 'I-47',
    status: 422,
    en: 'The date of an obligation lies after the day on which it is agreed on.',
    'zh-Hans': '义务的日期须晚于约定之日。',
  },
  dateTooFar: {
    code: 'obligation-date-too-far',
    rule: 'counting-time',
    status: 422,
    en: 'The date of an obligation lies in a year that the calendars can count.',
    'zh-Hans': '义务的日期须在历表可计算的年份之内。',
  },
} as const satisfies Record<string, RefusalReason>;

/**
 * What is wrong with the terms that two parties are about to agree on (I-47); nothing when they can bind.
 * @param agreedOn the joint business day on which they would be agreed on
 */
export function termsFault(
  obligations: readonly ObligationTerms[],
  parties: readonly PartyCode[],
  agreedOn: IsoDate,
): Refused | undefined {
  const ids = obligations.map(({ id }) => id);
  for (const [index, { id, owner, date }] of obligations.entries()) {
    const at = (field: string): string => `/obligations/${String(index)}/${field}`;
    if (ids.indexOf(id) !== index) return refuse(termsRefusals.obligationTwice, at('id'));
    if (!parties.includes(owner)) return refuse(termsRefusals.ownerUnknown, at('owner'));
    if (date <= agreedOn) return refuse(termsRefusals.datePassed, at('date'));
    if (yearOf(date) >= LAST_COMPUTED_YEAR) return refuse(termsRefusals.dateTooFar, at('date'));
  }
  return undefined;
}
