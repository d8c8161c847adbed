import canonicalize from 'canonicalize';

/**
 * RFC 8785 JSON: the one spelling of a value that is hashed and signed.
 * @throws when the value has no JSON form (undefined, a function, NaN)
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('value has no canonical JSON form');
  return text;
}
