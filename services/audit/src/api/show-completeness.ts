import type { Tier } from '@parley/kernel';
import type { LastCheck } from '../application/completeness/completeness-table';
import { gapWords, type Gap } from '../domain/completeness/gap';
import type { GapShown, NightlyShown } from './completeness.response';

/** Of gaps, those that a reader may know of (I-43). */
export const gapsFor = (gaps: readonly Gap[], tiers: ReadonlySet<Tier>): readonly GapShown[] =>
  gaps.filter(({ tier }) => tiers.has(tier)).map(({ kind, subject, detail }) => ({ kind, words: gapWords[kind], subject, detail }));

export const showNightly = (last: LastCheck | null, tiers: ReadonlySet<Tier>): NightlyShown | null =>
  last && { checkedAt: last.checkedAt, complete: gapsFor(last.gaps, tiers).length === 0 };
