import type { Tier } from '@parley/kernel';
import type { ReadsWhole } from '../application/completeness/copies-lost';
import type { LastCheck } from '../application/completeness/completeness-table';
import { gapWords, type Gap } from '../domain/completeness/gap';
import type { GapShown, NightlyShown } from './completeness.response';

/** Of gaps, those that a reader may know of (I-43). */
export const gapsFor = (gaps: readonly Gap[], tiers: ReadonlySet<Tier>): readonly GapShown[] =>
  gaps
    .filter(({ tier }) => tiers.has(tier))
    .map(({ kind, subject, detail }) => ({ kind, words: gapWords[kind], subject, detail }));

/**
 * The copies in which the last night found other bytes than those accepted: a mended one is not held against the record
 * for a day.
 */
export const foundDamaged = (last: LastCheck | null): ReadsWhole => {
  const damaged = new Set(
    (last?.gaps ?? [])
      .filter(({ kind }) => kind === 'bytes-differ')
      .map(({ subject, detail }) => `${subject} ${detail}`),
  );
  return (number, copy) => damaged.has(`${number} ${copy}`);
};

export const showNightly = (last: LastCheck | null, tiers: ReadonlySet<Tier>): NightlyShown | null =>
  last && { checkedAt: last.checkedAt, complete: gapsFor(last.gaps, tiers).length === 0 };
