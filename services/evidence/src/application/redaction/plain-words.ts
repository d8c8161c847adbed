/** Spaces, line breaks, soft hyphens and what has no width: a passage is the same however a page breaks it. */
const NO_INK = /[\s\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]+/gu;

/** Words as they are compared: without case, width variants and anything that leaves no ink. */
export const plainWords = (text: string): string => text.normalize('NFKC').toLowerCase().replace(NO_INK, '');
