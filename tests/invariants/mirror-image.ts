import { canonicalJson } from '@parley/kernel';

/** The codes of the countries, each with the code that takes its place in the mirror. */
const SWAPPED: Readonly<Record<string, string>> = { US: 'CN', CN: 'US', USA: 'CHN', CHN: 'USA' };

/**
 * Fields that are left out: words name a country by its name, and the days that were off name the calendars of the two
 * countries, which are theirs whichever files the grievance. How a count is explained is compared word for word.
 */
const LEFT_OUT: readonly string[] = ['closed', 'texts', 'calendarVersion', 'firstCalendarVersion'];

/**
 * The version of both calendars as it stands in words. They belong to the two countries, whichever files the grievance,
 * and not to a side.
 */
const CALENDARS = /(?:US|CN)-\d{4}-\d+\+(?:US|CN)-\d{4}-\d+/g;

const swappedIn = (text: string): string =>
  text
    .replace(CALENDARS, 'both calendars')
    .replace(/(?<![A-Za-z])(USA|CHN|US|CN)(?![A-Za-z])/g, (code) => SWAPPED[code] ?? code);

/**
 * Sorts countries and clocks that stand side by side. They have no order of their own, and that of the countries' names
 * would differ in the mirror.
 */
function inNoOrder(all: readonly unknown[]): readonly unknown[] {
  const sideBySide = all.every((each) => (typeof each === 'string' && each in SWAPPED) || isClock(each));
  return sideBySide ? all.toSorted((one, other) => (canonicalJson(one) < canonicalJson(other) ? -1 : 1)) : all;
}

const isClock = (each: unknown): boolean =>
  typeof each === 'object' && each !== null ? 'dueAt' in each : typeof each === 'string' && /:(US|CN)(:|$)/.test(each);

/** The same thing with the two countries in each other's place; persons and roles stay as they are. */
export function mirrorImage(value: unknown): unknown {
  if (typeof value === 'string') return swappedIn(value);
  if (Array.isArray(value)) return inNoOrder(value.map(mirrorImage));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      LEFT_OUT.includes(key) ? [] : [[swappedIn(key), mirrorImage(each)] as const],
    ),
  );
}
