import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE } from './lint-planted';

const [EN, ZH] = ['services/system.svg', 'services/system.zh-Hans.svg'].map((name) =>
  readFileSync(join(WORKSPACE, name), 'utf8'),
) as [string, string];

/** The words of a picture, in their order. */
const wordsIn = (picture: string): readonly string[] =>
  [...picture.matchAll(/<(title|desc|text)\b[^>]*>([^<]*)</g)].map(([, , words = '']) => words);
/** All of a picture but its words. */
const shapesOf = (picture: string): string => picture.replaceAll(/(<(?:title|desc|text)\b[^>]*>)[^<]*</g, '$1<');

type Scheme = 'light' | 'dark';

/** The colour of each class in a scheme: what a dark one does not change is as in the light one. */
function fillsIn(picture: string, scheme: Scheme): Readonly<Record<string, string>> {
  const [light = '', dark = ''] = picture.split('@media (prefers-color-scheme: dark)');
  const fills = (css: string) =>
    Object.fromEntries(
      [...css.matchAll(/\.(\w+) \{ fill: (#[0-9a-f]{6})/g)].map(([, name = '', fill = '']) => [name, fill]),
    );
  return scheme === 'light' ? fills(light) : { ...fills(light), ...fills(dark) };
}

/** Relative luminance, and the ratio of two of them (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

describe('the picture of the system', () => {
  it('is the same for readers of either language, each in its own words', () => {
    expect(shapesOf(ZH)).toBe(shapesOf(EN));
    expect(wordsIn(EN).length).toBeGreaterThan(20);
    expect(wordsIn(ZH).filter((words) => !/\p{Script=Han}/u.test(words))).toEqual([]);
    expect(wordsIn(EN).filter((words) => /\p{Script=Han}/u.test(words))).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('can be read on a %s page', (scheme) => {
    const fills = fillsIn(EN, scheme);
    expect(luminance(fills['page'] ?? '') > 0.5).toBe(scheme === 'light');
    for (const text of ['name', 'says'])
      for (const ground of ['page', 'box', 'store'])
        expect([text, ground, contrast(fills[text] ?? '', fills[ground] ?? '') >= 4.5]).toEqual([text, ground, true]);
    expect(contrast(fills['tip'] ?? '', fills['page'] ?? '')).toBeGreaterThanOrEqual(3);
  });
});
