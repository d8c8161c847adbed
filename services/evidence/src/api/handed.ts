import type { Handed } from '@parley/platform';
import type { Exhibit } from '../domain/exhibit';

/** What of an exhibit is handed out: its line in a list, its particulars, or its bytes. */
export const handed = ({ number, tier }: Exhibit, what: 'line' | 'particulars' | 'content'): Handed => ({ subject: number, what, tier });
