import type { PartyCode, Sha256 } from '@parley/kernel';
import { sha256Text } from '@parley/procedure';

/** Crockford's base 32: no letter is taken for a digit or another letter. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/**
 * The code on the cover sheet of what was served: 80 bits of the digest of notice and recipient, as
 * `K7QF-0D3M-A1ZC-9TRW`. Who holds the sheet can ask what it stands for; nobody can guess one.
 */
export function verificationCode(noticeId: string, party: PartyCode, digest: Sha256): string {
  const bits = BigInt(`0x${sha256Text(`${noticeId} ${party} ${digest}`).slice(0, 20)}`);
  const digits = Array.from({ length: LENGTH }, (_, index) =>
    DIGITS.charAt(Number((bits >> BigInt(5 * (LENGTH - 1 - index))) & 31n)),
  ).join('');
  return digits.match(/.{4}/g)?.join('-') ?? digits;
}

/**
 * A code as somebody typed it: case and separators do not matter, and O, I and L are the digits that they look like.
 */
export const typedCode = (typed: string): string | undefined => {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain) ? plain.match(/.{4}/g)?.join('-') : undefined;
};
