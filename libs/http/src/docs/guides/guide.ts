import type { Bilingual } from '@parley/kernel';

/** A line, or a few that belong together, of a guide. */
export interface Step {
  readonly does: Bilingual;
  /** What one types in bash. It uses `firstLines` and what the guides before have left. */
  readonly run: string;
  /** A part of what is answered. The page shows it, and the test of the guides asks for it. */
  readonly shows: string;
}

/** How one does something. */
export interface Guide {
  /** Its part of an address. */
  readonly name: string;
  readonly title: Bilingual;
  readonly lead: Bilingual;
  readonly steps: readonly Step[];
}

export const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });
