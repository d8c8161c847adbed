import fc from 'fast-check';
import { textRule } from './text.rule';

const codeOf = (value: unknown, limits = { max: 10 } as Parameters<typeof textRule>[0]) =>
  textRule(limits)(value)?.code;

describe('a text', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \u3000 ', 'empty'],
    ['a number', 5, 'not-text'],
    ['null', null, 'not-text'],
    ['a NUL', 'a\u0000b', 'control-character'],
    ['a line feed in one line', 'a\nb', 'control-character'],
    ['a C1 control', 'a\u0085b', 'control-character'],
    ['a line separator', 'a\u2028b', 'control-character'],
    ['a right-to-left override', 'a\u202eb', 'bidi-control'],
    ['an isolate', 'a\u2066b', 'bidi-control'],
    ['a right-to-left mark', 'a\u200fb', 'bidi-control'],
    ['an Arabic letter mark', 'a\u061cb', 'bidi-control'],
    ['a tag character', 'a\u{e0041}b', 'invisible-character'],
    ['a language tag', 'a\u{e0001}b', 'invisible-character'],
    ['a zero-width space', '贸\u200b易', 'invisible-character'],
    ['a zero-width joiner', '👩\u200d🌾', 'invisible-character'],
    ['a word joiner', 'a\u2060b', 'invisible-character'],
    ['a byte order mark', '\ufeffa', 'invisible-character'],
    ['a soft hyphen', 'a\u00adb', 'invisible-character'],
    ['a variation selector', '❤\ufe0f', 'invisible-character'],
    ['an ideographic variation selector', '葛\u{e0100}', 'invisible-character'],
    ['a Hangul filler', 'a\u3164b', 'invisible-character'],
    ['an interlinear annotation', 'a\ufff9b', 'invisible-character'],
    ['half a surrogate pair', 'a\ud800', 'ill-formed-text'],
    ['eleven characters', 'x'.repeat(11), 'too-long'],
    ['eleven ideographs outside the basic plane', '𠮷'.repeat(11), 'too-long'],
  ])('is refused when it holds %s', (_what, value, code) => {
    expect(codeOf(value)).toBe(code);
  });

  it.each([
    'a',
    '贸易措施',
    '𠮷'.repeat(10),
    'é',
    ' padded ',
    '“GATT”第1条…',
    '\u00a0\u3000x',
    '\u{20bb7}野',
    'e\u0301',
    'العربية',
  ])('is taken as it stands: %s', (value) => {
    expect(codeOf(value)).toBeUndefined();
  });

  it('may have lines and tabs where it is said so, and never a carriage return', () => {
    expect(codeOf('a\n\tb', { max: 10, multiline: true })).toBeUndefined();
    expect(codeOf('a\r\nb', { max: 10, multiline: true })).toBe('control-character');
    expect(codeOf('a\u2029b', { max: 10, multiline: true })).toBe('control-character');
  });

  it('keeps a form and a least length where they are asked for', () => {
    expect(codeOf('DS633', { max: 10, pattern: /^DS\d+$/ })).toBeUndefined();
    expect(codeOf('633', { max: 10, pattern: /^DS\d+$/ })).toBe('wrong-form');
    expect(codeOf('ab', { max: 10, min: 3 })).toBe('too-short');
  });

  it('is measured in code points, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.integer({ min: 1, max: 25 }), (text, max) => {
        expect(codeOf(text, { max }) === 'too-long').toBe(Array.from(text).length > max);
      }),
    );
  });
});
