/** Answers with which a server may ask for time: too many requests (RFC 6585), and being away (RFC 9110). */
const BUSY: readonly number[] = [429, 503];

/**
 * For how long an answer asks not to be tried again, by its `Retry-After` (RFC 9110, 10.2.3): whole seconds, or a date
 * as servers must write it. Anything else asks for nothing, nor does a time that has passed.
 * @param now milliseconds since 1970
 * @returns milliseconds, as many as were asked for: who waits sets the bound
 */
export function askedWait(status: number, retryAfter: string | undefined, now: number): number | undefined {
  if (!BUSY.includes(status) || retryAfter === undefined) return undefined;
  const wait = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1_000 : dateOf(retryAfter) - now;
  return wait > 0 ? wait : undefined;
}

/** NaN for what is not written exactly as a date of HTTP is: `Date.parse` alone would read almost anything. */
function dateOf(text: string): number {
  const at = Date.parse(text);
  return Number.isNaN(at) || new Date(at).toUTCString() !== text ? Number.NaN : at;
}
