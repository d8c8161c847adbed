import type { Bilingual } from '@parley/kernel';

/** A rule in words. Between asterisks stands what is emphasised. Numbers of other rules stand as they are quoted. */
export interface RuleTexts {
  /** Its name, where it is known by more than its number. */
  readonly title?: Bilingual;
  readonly sentence: Bilingual;
  /** Why it is so. */
  readonly why: Bilingual;
  /** What it changes for who acts or reads here. */
  readonly changes: Bilingual;
}

/** A word of the procedure. */
export interface GlossaryEntry {
  /** Stable, as the anchor of its entry. */
  readonly word: string;
  readonly term: Bilingual;
  readonly meaning: Bilingual;
}
