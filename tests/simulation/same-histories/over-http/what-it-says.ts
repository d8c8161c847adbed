import { canonicalJson } from '@parley/kernel';

/** Texts that differ there although they mean the same, because they are made there or depend on such texts. */
const MADE_THERE: readonly (readonly [RegExp, (...found: readonly string[]) => string])[] = [
  [/\b(?:[a-z]+-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, () => 'an id'],
  [/\b[0-9a-f]{64}\b/g, () => 'a digest'],
  [/\b(?:US|CN)-\d{4}-\d{4}\b/g, () => 'a docket number'],
  [/\beyJ[\w-]+\.[\w-]*\.[\w-]+|(?<="jws":")simulated/g, () => 'a signature'],
  [/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z?/g, (instant = '') => (isOnTheHour(instant) ? instant : 'an instant')],
  [/"(?:a|us)-(?=(?:desk|registry|cohead|panel-\d|\d)")/g, () => '"one-'],
  [/"(?:b|cn)-(?=(?:desk|registry|cohead|panel-\d|\d)")/g, () => '"other-'],
  [/"(one|other)-(?:panel-)?\d"/g, (_, side = '') => `"${side} member"`],
  [/"(?:economist|expert)"/g, () => '"an expert"'],
  [/"(?:association|third-party)"/g, () => '"a third party"'],
  [/"(?:mediator|conciliator)(?:-2)?"/g, () => '"a conciliator"'],
  // Pseudonyms are sorted, and other pseudonyms have another order.
  [
    /(?<=\[)"(?:one|other) member"(?:,"(?:one|other) member")*(?=\])/g,
    (members = '') => members.split(',').toSorted().join(),
  ],
];

/** True at an end of a working day, as every rule counts it. It is the same there to the millisecond. */
export const isOnTheHour = (instant: string): boolean => /:00:00\.000Z?$/.test(instant);

/** A payload with a word in the place of everything that is made where it is recorded. */
export const whatItSays = (payload: unknown): string =>
  MADE_THERE.reduce((text, [made, word]) => text.replace(made, word), canonicalJson(payload ?? null));

/** The number of characters that are shown on each side of a difference. */
const AROUND = 60;

/** The first difference of two payloads, with a little of the text around it. */
export function saysApart(here: string, there: string): string {
  let at = 0;
  while (at < here.length && here[at] === there[at]) at++;
  const around = (text: string): string => text.slice(Math.max(0, at - AROUND), at + AROUND);
  return `…${around(here)}… here, and …${around(there)}… there`;
}
