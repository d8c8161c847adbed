import fc from 'fast-check';
import type { Position } from '@parley/event-store';
import { ProblemError } from '../problems/problem.error';
import { CursorCodec } from './cursor-codec';
import { openPosition, sealPosition } from './position';

const cursors = new CursorCodec(Buffer.alloc(32, 1));

const codeOf = (open: () => unknown): string | undefined => {
  try {
    open();
    return undefined;
  } catch (error) {
    return error instanceof ProblemError ? error.kind.code : 'another error';
  }
};

describe('a cursor', () => {
  it('opens to what was sealed in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(cursors.open('docket', cursors.seal('docket', value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('tells by its length nothing of how far the list has gone', () => {
    const lengths = [1, 99, 1_000_000].map((place) => cursors.seal('docket', [place]).length);
    expect(new Set(lengths).size).toBe(1);
  });

  it('is refused when one bit of it is changed', () => {
    const sealed = Buffer.from(cursors.seal('docket', [5]), 'base64url');
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const altered = Buffer.from(sealed);
        altered.writeUInt8(altered.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(codeOf(() => cursors.open('docket', altered.toString('base64url')))).toBe('cursor-invalid');
      }),
    );
  });

  it('is refused by another list, by another secret, and when it is made up', () => {
    const sealed = cursors.seal('docket', [5]);
    expect(codeOf(() => cursors.open('exhibits', sealed))).toBe('cursor-invalid');
    expect(codeOf(() => new CursorCodec(Buffer.alloc(32, 2)).open('docket', sealed))).toBe('cursor-invalid');
    expect(['', 'x', 'AAAA', 'ü'].map((text) => codeOf(() => cursors.open('docket', text)))).toEqual(
      Array(4).fill('cursor-invalid'),
    );
  });

  it('wants a secret of 32 bytes', () => {
    expect(() => new CursorCodec(Buffer.alloc(31))).toThrow(RangeError);
  });
});

describe('a position', () => {
  it('comes back as it was given, and only from what was sealed as one', () => {
    expect(openPosition(cursors, sealPosition(cursors, '42' as Position))).toBe('42');
    expect(codeOf(() => openPosition(cursors, cursors.seal('docket', '42')))).toBe('cursor-invalid');
    expect(codeOf(() => openPosition(cursors, cursors.seal('position', 42)))).toBe('cursor-invalid');
  });
});
