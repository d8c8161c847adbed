import fc from 'fast-check';
import { ProblemError } from '../problems/problem.error';
import { parseJsonBody } from './json-body';

const codeOf = (text: string | Uint8Array): string | undefined => {
  try {
    parseJsonBody(Buffer.from(text));
    return undefined;
  } catch (error) {
    return error instanceof ProblemError ? error.kind.code : 'another error';
  }
};
const nested = (levels: number): string => '[{"a":'.repeat(levels / 2) + '1' + '}]'.repeat(levels / 2);

describe('a JSON body', () => {
  it('is parsed as JSON.parse does, whatever stands in its texts', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 7 }), (value) => {
        const text = JSON.stringify({ value, decoy: '[[{{"\\' });
        if (
          !/__\w+__|constructor|toString|toLocaleString|valueOf|hasOwnProperty|isPrototypeOf|propertyIsEnumerable/.test(
            text,
          )
        )
          expect(parseJsonBody(Buffer.from(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('may be nested 16 levels deep and no deeper', () => {
    expect(codeOf(nested(16))).toBeUndefined();
    expect(codeOf(nested(18))).toBe('json-too-deep');
    expect(codeOf('['.repeat(1_000_000))).toBe('json-too-deep');
  });

  it.each([
    '',
    '{',
    '{"a":1,}',
    "{'a':1}",
    'NaN',
    '{"__proto__":1}',
    '{"a":{"\\u005f_proto__":{}, "b":"__proto__"}}',
    '{"__pr\\u006Fto__":1}',
    '[{"constructor":{}}]',
    '{"toString":1}',
  ])('is refused as %j', (text) => {
    expect(codeOf(text)).toBe('malformed-json');
  });

  it.each([[[0xff]], [[0x22, 0xc3, 0x22]], [[0x22, 0xed, 0xa0, 0x80, 0x22]]])(
    'is refused with the bytes %j',
    (bytes) => {
      expect(codeOf(Uint8Array.from(bytes))).toBe('invalid-utf8');
    },
  );
});
