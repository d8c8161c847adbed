import type { Attributes } from '@opentelemetry/api';

const LEFT_OUT = 'LEFT-OUT';

/** Paths whose last part is known to nobody but who holds a paper: the code on a cover sheet. */
const ENDS_IN_A_SECRET = /^(\/v1\/verify\/)[^/?]+/;

/**
 * What is recorded of a request's address instead of what stands in it: that there was a query, in whose values stand
 * cursors and the tokens of calendar feeds, and that a code was asked about. Whoever reads the traces could read the
 * feed, or ask what the code stands for.
 */
export function secretsLeftOut({ url = '' }: { readonly url?: string | undefined }): Attributes {
  const secret = ENDS_IN_A_SECRET.exec(url);
  return {
    ...(url.includes('?') ? { 'url.query': LEFT_OUT } : {}),
    ...(secret ? { 'url.path': `${secret[1] ?? ''}${LEFT_OUT}` } : {}),
  };
}
