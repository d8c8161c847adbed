import type { PartyCode, Sha256 } from '@parley/kernel';
import fc from 'fast-check';
import { typedCode, verificationCode } from './notices.rules';

const digest = 'ab'.repeat(32) as Sha256;

describe('a verification code', () => {
  it('is the same for the same notice and recipient, and another for every other', () => {
    const codes = (['US', 'CN'] as PartyCode[]).flatMap((party) =>
      ['n1', 'n2'].map((notice) => verificationCode(notice, party, digest)),
    );
    expect(new Set(codes).size).toBe(4);
    expect(verificationCode('n1', 'US' as PartyCode, digest)).toBe(codes[0]);
    expect(codes[0]).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
  });

  it('is read in every way in which people type it', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom(' ', '-', ''), (notice, separator) => {
        const code = verificationCode(notice, 'US' as PartyCode, digest);
        const typed = code.replaceAll('-', separator).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
        expect(typedCode(typed)).toBe(code);
      }),
    );
  });

  it('is nothing else', () => {
    for (const typed of ['', 'K7QF', 'K7QF-0D3M-A1ZC-9TR!', 'K7QF-0D3M-A1ZC-9TRW-0', 'UUUU-UUUU-UUUU-UUUU'])
      expect(typedCode(typed)).toBeUndefined();
  });
});
