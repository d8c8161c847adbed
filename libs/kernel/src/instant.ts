import type { Brand } from './ids';

/**
 * A moment in UTC with milliseconds, `2025-02-05T08:00:00.000Z`. The fixed form makes text order the order of time,
 * so `<` compares two instants.
 */
export type Instant = Brand<string, 'Instant'>;

/** A day without a zone, `2025-02-05`. */
export type IsoDate = Brand<string, 'IsoDate'>;

const ISO_WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The instant of a number of milliseconds since 1970-01-01T00:00:00Z. */
export const instantFromMillis = (millis: number): Instant => new Date(millis).toISOString() as Instant;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const millisOf = (instant: Instant): number => Date.parse(instant);

/** The instant `millis` milliseconds later (earlier when negative). */
export const plusMillis = (instant: Instant, millis: number): Instant => instantFromMillis(millisOf(instant) + millis);

/** The later of some instants. */
export const latest = (first: Instant, ...others: readonly Instant[]): Instant =>
  others.reduce((late, other) => (other > late ? other : late), first);

/**
 * Reads ISO 8601 with a zone, as clients send it.
 * @returns the instant, or `undefined` when the text has no zone, is not ISO 8601, or names a day that does not exist
 */
export function parseInstant(text: string): Instant | undefined {
  if (!ISO_WITH_ZONE.test(text) || parseIsoDate(text.slice(0, 10)) === undefined) return undefined;
  const millis = Date.parse(text);
  return Number.isNaN(millis) ? undefined : instantFromMillis(millis);
}

/** Reads `YYYY-MM-DD`; `undefined` for another form or a day that does not exist, such as 2025-02-29. */
export function parseIsoDate(text: string): IsoDate | undefined {
  const match = ISO_DATE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? (text as IsoDate) : undefined;
}

/** The only source of time of the services. In a demonstration it runs ahead of the real one. */
export interface Clock {
  now(): Instant;
}
