import type { IsoDate, Text } from '@parley/kernel';
import { sha256Text } from '../draw/sha256-text';

/** What of a measure says which one it is. */
export interface MeasureReference {
  readonly title: readonly Pick<Text, 'text'>[];
  readonly number: string;
  readonly issuer: string;
  readonly date: IsoDate;
}

/** A provision of an agreement; the agreement as a whole where none is named. */
export interface ProvisionReference {
  readonly agreement: string;
  readonly provision?: string;
}

/** One form for what is written in another width, case, spacing or punctuation: its runs of letters, and of digits. */
const wordsOf = (written: string): readonly string[] =>
  written
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{N}+|\p{L}+/gu) ?? [];

const foldedOf = (written: string): string => wordsOf(written).join('');

const NUMERAL = /\d+(?:[a-z](?![a-z\d]))?/g;

/**
 * The numerals of the number of a measure, without the words around them: `EO 14195`, `E.O. 14195` and `Executive Order
 * No. 14195` are one number, and so are `Announcement 55 of 2025` and `2025年第55号`. Of a number without numerals, its
 * letters.
 */
export function numeralsOf(number: string): readonly string[] {
  const numerals = number.normalize('NFKC').toLowerCase().match(NUMERAL) ?? [];
  const plain = numerals.map((numeral) => numeral.replace(/^0+(?=\d)/, ''));
  return plain.length === 0 ? [foldedOf(number)] : plain.toSorted();
}

const numberOf = ({ number }: Pick<MeasureReference, 'number'>): string => numeralsOf(number).join(' ');

const titlesOf = ({ title }: Pick<MeasureReference, 'title'>): readonly string[] =>
  title.map(({ text }) => foldedOf(text)).filter((text) => text !== '');

/**
 * Whether two measures are one, however they are written: the same number and the same issuer or date, or the same date
 * and the same title in some language. Width and case of letters, white space, punctuation, leading zeros and the words
 * around a number make no other measure.
 */
export const isSameMeasure = (one: MeasureReference, other: MeasureReference): boolean =>
  numberOf(one) === numberOf(other)
    ? one.date === other.date || foldedOf(one.issuer) === foldedOf(other.issuer) || haveOneTitle(one, other)
    : one.date === other.date && haveOneTitle(one, other);

const haveOneTitle = (one: MeasureReference, other: MeasureReference): boolean =>
  titlesOf(one).some((title) => titlesOf(other).includes(title));

/**
 * Keys by which measures are looked up: two that are one by `isSameMeasure` have one in common. That they have one in
 * common does not make them one.
 */
export const measureKeys = (measure: MeasureReference): readonly string[] => [
  `number:${sha256Text(numberOf(measure)).slice(0, 32)}`,
  ...titlesOf(measure).map((title) => `title:${sha256Text(`${measure.date} ${title}`).slice(0, 32)}`),
];

/** Words that say only that a provision follows. */
const IDLE = ['article', 'articles', 'art', 'paragraph', 'paragraphs', 'para', 'ad', '第', '条', '款', '项'];
const ROMAN = /^[ivxl]+$/;
const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

const romanValue = (roman: string): number =>
  [...roman].reduce((sum, digit, at) => {
    const value = ROMAN_DIGITS[digit] ?? 0;
    return (ROMAN_DIGITS[roman[at + 1] ?? ''] ?? 0) > value ? sum - value : sum + value;
  }, 0);

/** Part I of China’s protocol of accession holds all its numbered paragraphs, so `I.11.3` and `11.3` are one. */
const PART_OF_PROTOCOL = /^\s*i\s*\.\s*(?=\d)/i;

/** A provision from its article down to the paragraph that is cited: `III:4(a)` is 3, 4, a. */
const stepsOf = ({ agreement, provision = '' }: ProvisionReference): readonly string[] =>
  wordsOf(agreementOf(agreement) === 'cnacc' ? provision.normalize('NFKC').replace(PART_OF_PROTOCOL, '') : provision)
    .filter((word) => !IDLE.includes(word))
    // No agreement has both under one number.
    .map((word) => (word === 'appendix' ? 'annex' : word))
    .map((word) => (ROMAN.test(word) ? String(romanValue(word)) : word.replace(/^0+(?=\d)/, '')));

/** An agreement by the letters of its code: `GATT1994`, `GATT-1994` and `GATT` are one. */
const agreementOf = (agreement: string): string =>
  wordsOf(agreement)
    .filter((word) => /\p{L}/u.test(word))
    .join('');

/**
 * Whether two claims invoke one provision: the same paragraph, however it is written, or one within the other, since
 * who cites a sub-paragraph, the whole article or the agreement as a whole asks about the same rule.
 */
export function isSameProvision(one: ProvisionReference, other: ProvisionReference): boolean {
  if (agreementOf(one.agreement) !== agreementOf(other.agreement)) return false;
  const [steps, others] = [stepsOf(one), stepsOf(other)];
  return steps.slice(0, others.length).every((step, at) => step === others[at]);
}
