import type { StreamFilter } from '../client/event-store-client';

/**
 * Streams of the procedure only: those of the system begin with a dollar sign, and a linking projection's have another
 * form.
 */
const ALL: StreamFilter = { pattern: String.raw`^[a-z]+\.[a-z]+-` };
const NONE: StreamFilter = { pattern: '^$' };

/**
 * Categories (`intake.case`) and contexts (`intake`) as the beginnings of stream names, for the server to filter by.
 * Both end with the sign that ends them, so that one is never the beginning of another.
 */
export function streamFilter(categories: readonly string[] | undefined): StreamFilter {
  if (categories === undefined) return ALL;
  // A list without a prefix would let everything through.
  if (categories.length === 0) return NONE;
  return { prefixes: categories.map((category) => (category.includes('.') ? `${category}-` : `${category}.`)) };
}

/** Whether an event belongs to the record at all. */
export const isOfRecord = (stream: string): boolean => /^[a-z]+\.[a-z]+-/.test(stream);
