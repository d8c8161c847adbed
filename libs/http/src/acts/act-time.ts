/**
 * Milliseconds from a request's acceptance in which its act must have been handed to the store. One that takes longer,
 * on a slow line or before a slow database, is refused and writes nothing. A default waits longer than this after its
 * expiry (the margin that a service is given), so that an act in time is on record before it (I-19).
 */
export const ACT_TIME_MS = 20_000;
