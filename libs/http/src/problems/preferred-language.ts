import type { Language } from '@parley/kernel';

interface Preference {
  readonly tag: string;
  readonly weight: number;
}

/** The secretariat's language that a client prefers by `Accept-Language` (RFC 9110); English when it prefers none. */
export function preferredLanguage(header: string | undefined): Language {
  const preferences = (header ?? '')
    .split(',')
    .map(preferenceOf)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const first = preferences.find(({ tag }) => /^(en|zh)(-|$)/.test(tag));
  return first?.tag.startsWith('zh') ? 'zh-Hans' : 'en';
}

function preferenceOf(part: string): Preference {
  const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
  const q = parameters
    .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
    .find((value) => value !== undefined);
  return { tag, weight: q === undefined ? 1 : Number(q) || 0 };
}
