/** 0, 1 … as texts. */
export const texts = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => String(n));
