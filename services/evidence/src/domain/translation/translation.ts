import type { Instant, Language, PartyCode, Text } from '@parley/kernel';
import type { FiledBytes } from '../exhibit';

/**
 * In what an exhibit's own words are written: one of the secretariat's languages, both of them, another, or none, as a
 * table of figures.
 */
export type WrittenIn = Language | 'both' | 'other' | 'none';

export const WRITTEN_IN: readonly WrittenIn[] = ['en', 'zh-Hans', 'both', 'other', 'none'];

/** A passage that the translation does not render word for word, as its translator marks it. */
export interface Divergence {
  /** Where: page, paragraph, cell. */
  readonly place: string;
  readonly note: readonly Text[];
}

/** A passage that the other party would render otherwise. */
export interface ContestedPassage {
  readonly place: string;
  /** The rendering that the other party holds to be right. */
  readonly proposed: string;
}

/**
 * What the other party says against a translation, and the answer; they stand side by side, and nobody decides between
 * them.
 */
export interface TranslationChallenge {
  /** 1 for the first of its translation. */
  readonly challenge: number;
  readonly party: PartyCode;
  readonly passages: readonly ContestedPassage[];
  readonly madeAt: Instant;
  readonly answer: { readonly text: readonly Text[]; readonly answeredAt: Instant } | null;
}

/** A rendering of an exhibit by the party that filed it. The original counts, and clocks run from it. */
export interface Translation {
  /** 1 for the first of its exhibit. */
  readonly n: number;
  readonly language: Language;
  readonly uploadId: string;
  readonly file: FiledBytes;
  readonly divergences: readonly Divergence[];
  readonly filedAt: Instant;
  /** True when its time had passed: the record keeps that it was missing. */
  readonly late: boolean;
  readonly challenges: readonly TranslationChallenge[];
}
