import { canonicalJson } from './canonical-json';

describe('canonical JSON', () => {
  it('spells a value in one way whatever the order of its keys', () => {
    expect(canonicalJson({ b: 1, a: [true, '税'] })).toBe(canonicalJson({ a: [true, '税'], b: 1 }));
    expect(canonicalJson({ b: 1, a: 2 })).toBe('{"a":2,"b":1}');
  });

  it('refuses what has no JSON form', () => {
    expect(() => canonicalJson(undefined)).toThrow();
  });
});
