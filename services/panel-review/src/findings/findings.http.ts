/**
 * The field of a signature in a request: a signature is an authenticated act that names a digest, and a JWS may come
 * with it.
 */
export const JWS_TAKEN = {
  meaning:
    'A compact JWS by the signer’s own key over the digest, where there is one. It is kept with ' +
    'the signature as it came.',
  example: 'eyJhbGciOiJFZERTQSJ9.e30.c2ln',
  max: 4_000,
  optional: true,
} as const;

/** The field of a signature in an answer. */
export const JWS_SHOWN = {
  meaning: 'The JWS that came with the signature; absent where none did.',
  kind: 'jws',
  optional: true,
} as const;
