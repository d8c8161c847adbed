import type { Handed } from '@parley/platform';
import type { Exhibit } from '../domain/exhibit';

/** What of an exhibit is handed out: its line in a list, its particulars, its bytes, or those of a translation. */
export const handed = ({ number, tier }: Exhibit, what: 'line' | 'particulars' | 'content' | 'translation'): Handed => ({ subject: number, what, tier });
