import fc from 'fast-check';
import { ProblemError } from '../problems/problem.error';
import { MOST_KEYS, MOST_VALUES, parseJsonBody } from './json-body';

const refusalOf = (text: string | Uint8Array): ProblemError | undefined => {
  try {
    parseJsonBody(Buffer.from(text));
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
};
const codeOf = (text: string | Uint8Array): string | undefined => refusalOf(text)?.kind.code;
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

  it.each([
    ['{"a":1,"b":2,"a":3}', '/a'],
    ['[0,{"b":[{"c/d":{},"x":"a","c\\u002fd":1}]}]', '/1/b/0/c~1d'],
    ['{"a":{"x":1},"b":{"x":1},"a":1}', '/a'],
    ['{"a":"\\"","\\u0061" :1}', '/a'],
  ])('says where a key is given twice: %s', (text, path) => {
    expect(refusalOf(text)).toMatchObject({
      kind: { code: 'json-key-repeated', status: 400 },
      errors: [{ path, code: 'json-key-repeated' }],
    });
  });

  it.each(['[{"a":1},{"a":1}]', '{"a":{"a":"a"},"b":["a","a",{"a":1}]}', '{"a":"\\"a\\":1,","b":"{\\"a\\":"}'])(
    'may hold the same key in different objects: %s',
    (text) => {
      expect(parseJsonBody(Buffer.from(text))).toEqual(JSON.parse(text));
    },
  );

  it('may have 100 keys in an object and no more', () => {
    const keys = (count: number) => `{"a":{${Array.from({ length: count }, (_, at) => `"k${at}":1`).join()}}}`;
    expect(codeOf(keys(MOST_KEYS))).toBeUndefined();
    expect(refusalOf(keys(MOST_KEYS + 1))).toMatchObject({
      kind: { code: 'json-too-many-keys', status: 413 },
      errors: [{ path: '/a', message: { en: expect.stringContaining(String(MOST_KEYS)) as string } }],
    });
  });

  it.each(['1', '"x"', '{}', '[]', 'null', ' -1e9 '])('may hold 60,000 values and no more: %j', (value) => {
    const values = (count: number) => `{"a":[${Array.from({ length: count - 2 }, () => value).join()}]}`;
    expect(codeOf(values(MOST_VALUES))).toBeUndefined();
    expect(refusalOf(values(MOST_VALUES + 1))).toMatchObject({
      kind: { code: 'json-too-many-values', status: 413 },
      errors: [{ path: `/a/${MOST_VALUES - 2}`, message: { en: expect.stringContaining('60,000') as string } }],
    });
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
