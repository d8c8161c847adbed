import type { Language } from '@parley/kernel';

interface Preference {
  readonly tag: string;
  readonly weight: number;
}

/** The secretariat's language that a client prefers by `Accept-Language` (RFC 9110); English when it prefers none. */
export function preferredLanguage(header: string | undefined): Language {
  const first = preferencesOf(header).find((tag) => /^(en|zh)(-|$)/.test(tag));
  return first?.startsWith('zh') ? 'zh-Hans' : 'en';
}

/** What a header of weighted preferences names, in lower case, the most preferred first, without what it refuses. */
export const preferencesOf = (header: string | undefined): readonly string[] =>
  preferencesIn(header ?? '')
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);

/** The same in the order in which they stand, each with its weight. */
export const preferencesIn = (header: string): readonly Preference[] => header.split(',').map(preferenceOf);

function preferenceOf(part: string): Preference {
  const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
  const q = parameters
    .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
    .find((value) => value !== undefined);
  return { tag, weight: q === undefined ? 1 : Number(q) || 0 };
}
