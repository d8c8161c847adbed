import { canonicalJson } from '@parley/kernel';
import fc from 'fast-check';
import { canonicalText } from './canonical-text';

describe('the spelling of JSON that is signed', () => {
  it('is that of the record, of whatever JSON there is', () => {
    fc.assert(fc.property(fc.json(), (json) => canonicalText(JSON.parse(json)) === canonicalJson(JSON.parse(json))));
  });

  it('goes by the code units of the names, not by the order in which they stand', () => {
    // U+10000 is written by two code units, which come before that of U+FB33 (RFC 8785, 3.2.3).
    expect(canonicalText({ '\ufb33': 1, '\u{10000}': [true, null, '税'], a: -0 })).toBe(
      '{"a":0,"\u{10000}":[true,null,"税"],"\ufb33":1}',
    );
  });
});
