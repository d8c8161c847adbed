/** A sentence of ours as a line: with its end, unless it says what goes on. */
export const asLine = (sentence: string): string => `parley: ${sentence}${/[.…]$/.test(sentence) ? '' : '.'}\n`;
