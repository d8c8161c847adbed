import type { Sha256 } from '@parley/kernel';
import { sha256Text } from './sha256-text';

/** Digits of a block that make one number: 48 bits, exact in JavaScript and in a shell. */
const DIGITS = 12;
const SPAN = 16 ** DIGITS;

/**
 * The remainder of a number by `count`, or `undefined` for the few highest numbers of the span that would make the
 * first remainders likelier than the others.
 */
export const fairRemainder = (number: number, span: number, count: number): number | undefined =>
  number < span - (span % count) ? number % count : undefined;

/**
 * A number below `count`, every one equally likely: the first 48 bits of SHA-256("seed:0"), "seed:1" … until one has a
 * fair remainder by `count`.
 * @param count whole number from 1
 */
export function drawIndex(seed: Sha256, count: number): number {
  for (let block = 0; ; block++) {
    const index = fairRemainder(Number.parseInt(sha256Text(`${seed}:${block}`).slice(0, DIGITS), 16), SPAN, count);
    if (index !== undefined) return index;
  }
}
