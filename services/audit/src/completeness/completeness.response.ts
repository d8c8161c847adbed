import { ApiSchema } from '@nestjs/swagger';
import { BilingualShown, Shown } from '@parley/http';
import type { Tier } from '@parley/kernel';
import type { LastCheck, ReadsWhole } from './completeness-table';
import { GAP_KINDS, gapWords, type Gap } from './completeness.rules';

@ApiSchema({ description: 'Something missing or wrong in a case.' })
class GapShown {
  @Shown({ meaning: 'What is wrong.', values: GAP_KINDS, example: 'bytes-missing' })
  readonly kind: string;

  @Shown({ meaning: 'The same in words.', type: () => BilingualShown })
  readonly words: BilingualShown;

  @Shown({ meaning: 'Number of the exhibit, id of the notice, or name of the stream.', example: 'USA-1', kind: 'word' })
  readonly subject: string;

  @Shown({
    meaning: 'Which bytes, which reader, which recipient; empty where the kind says it all.',
    example: 'original',
    kind: 'word',
  })
  readonly detail: string;
}

@ApiSchema({ description: 'An exhibit that was counted.' })
export class CountedExhibitShown {
  @Shown({ meaning: 'Number of the exhibit.', kind: 'exhibit' })
  readonly number: string;

  @Shown({
    meaning: 'Whether the exhibit is there, or the tombstone that stands in its place.',
    values: ['exhibit', 'tombstone'],
    example: 'exhibit',
  })
  readonly stands: string;
}

@ApiSchema({ description: 'The last nightly check of a case.' })
class NightlyShown {
  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly checkedAt: string;

  @Shown({ meaning: 'Whether nothing was missing then of what you may know of.', example: true })
  readonly complete: boolean;
}

@ApiSchema({ description: 'Whether all of a case is there, as far as its reader may know of it.' })
export class CompletenessShown {
  @Shown({ meaning: 'True when nothing is missing of what you may know of.', example: true })
  readonly complete: boolean;

  @Shown({ meaning: 'When it was checked: now (UTC).', format: 'date-time' })
  readonly checkedAt: string;

  @Shown({ meaning: 'Every exhibit ever accepted that you may know of.', type: () => CountedExhibitShown, list: true })
  readonly exhibits: readonly CountedExhibitShown[];

  @Shown({
    meaning: 'How many notices were served; `null` for who may not count what stands between the parties.',
    example: 12,
    nullable: true,
    schema: { type: 'integer' },
  })
  readonly notices: number | null;

  @Shown({ meaning: 'What is missing or wrong; empty when it is complete.', type: () => GapShown, list: true })
  readonly gaps: readonly GapShown[];

  @Shown({
    meaning: 'The last nightly check of this case; `null` before the first.',
    type: () => NightlyShown,
    nullable: true,
  })
  readonly nightly: NightlyShown | null;
}

@ApiSchema({ description: 'What anybody may know of the last nightly check of a case.' })
export class PublicCompletenessShown {
  @Shown({
    meaning: 'The last nightly check, as far as it is public; `null` before the first.',
    type: () => NightlyShown,
    nullable: true,
  })
  readonly nightly: NightlyShown | null;

  @Shown({ meaning: 'What was missing or wrong then of what is public.', type: () => GapShown, list: true })
  readonly gaps: readonly GapShown[];
}

/** The gaps that a reader may know of (I-43). */
export const gapsFor = (gaps: readonly Gap[], tiers: ReadonlySet<Tier>): readonly GapShown[] =>
  gaps
    .filter(({ tier }) => tiers.has(tier))
    .map(({ kind, subject, detail }) => ({ kind, words: gapWords[kind], subject, detail }));

/**
 * The copies in which the last nightly check found other bytes than those accepted. They are read again, so that a
 * mended copy does not count against the record for a day.
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
