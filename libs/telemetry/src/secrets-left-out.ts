import type { Attributes } from '@opentelemetry/api';

const LEFT_OUT = 'LEFT-OUT';

/** Paths whose last part only the holder of a paper knows: the code on a cover sheet. */
const ENDS_IN_A_SECRET = /^(\/v1\/verify\/)[^/?]+/;

/**
 * What is recorded of a request's address in place of its secrets: that there was a query, and that a code was asked
 * about. The values of a query hold cursors and the tokens of calendar feeds. A reader of the traces could read the
 * feed, or ask what the code stands for.
 */
export function secretsLeftOut({ url = '' }: { readonly url?: string | undefined }): Attributes {
  const secret = ENDS_IN_A_SECRET.exec(url);
  return {
    ...(url.includes('?') ? { 'url.query': LEFT_OUT } : {}),
    ...(secret ? { 'url.path': `${secret[1] ?? ''}${LEFT_OUT}` } : {}),
  };
}
