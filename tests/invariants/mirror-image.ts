import { canonicalJson } from '@parley/kernel';

/** The codes that stand for a country, each with the one that stands for the other in the same place. */
const SWAPPED: Readonly<Record<string, string>> = { US: 'CN', CN: 'US', USA: 'CHN', CHN: 'USA' };

/**
 * How a deadline was counted names both calendars, in whatever order; what was said in words names a country by its
 * name.
 */
const LEFT_OUT: readonly string[] = ['arithmetic', 'texts', 'calendarVersion', 'firstCalendarVersion'];

/**
 * A version of both calendars, in words: they are the two countries' own whichever files the grievance, and no side's.
 */
const CALENDARS = /(?:US|CN)-\d{4}-\d+\+(?:US|CN)-\d{4}-\d+/g;

const swappedIn = (text: string): string =>
  text
    .replace(CALENDARS, 'both calendars')
    .replace(/(?<![A-Za-z])(USA|CHN|US|CN)(?![A-Za-z])/g, (code) => SWAPPED[code] ?? code);

/** Countries and clocks that stand side by side have no order, or it would be that of the countries' names. */
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
