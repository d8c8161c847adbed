/** A whole number in decimal without leading zeroes. @returns `undefined` for anything else, or beyond 2^53 - 1 */
export function fromDecimal(text: string): number | undefined {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}
