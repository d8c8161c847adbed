import type { Bilingual } from '@parley/kernel';
import { HAPPENINGS_IN_CHINESE } from './happening-words.data';

/**
 * What starts a clock (`ClockRule.from`) or leads along an edge (`Edge.on`), in both languages.
 * @throws {RangeError} when there is no Chinese for it
 */
export function happeningWords(english: string): Bilingual {
  const chinese = HAPPENINGS_IN_CHINESE[english];
  if (chinese === undefined) throw new RangeError(`no Chinese for “${english}”`);
  return { en: english, 'zh-Hans': chinese };
}
