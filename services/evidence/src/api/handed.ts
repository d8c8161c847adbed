import type { Handed } from '@parley/http';
import type { Original } from '../domain/translation/original';

/**
 * What of an exhibit or a document is handed out: its line in a list, its particulars, its bytes, or those of a
 * translation.
 */
export const handed = (
  { number, tier }: Pick<Original, 'number' | 'tier'>,
  what: 'line' | 'particulars' | 'content' | 'translation',
): Handed => ({ subject: number, what, tier });
