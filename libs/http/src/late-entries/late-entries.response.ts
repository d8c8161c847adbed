import { ApiSchema } from '@nestjs/swagger';
import type { KeptEntry } from '@parley/procedure';
import { ListEndShown } from '../paging/page.response';
import { wholeList } from '../paging/pages-of';
import { Shown } from '../fields/shown.decorator';

const STATUSES = ['claimed', 'counted', 'unconfirmed', 'refused', 'lapsed', 'replaced'] as const;

@ApiSchema({ description: 'An act that came by another channel, as far as its entry has got.' })
export class LateEntryShown {
  @Shown({ meaning: 'Id of the entry.', format: 'uuid' })
  readonly id: string;

  @Shown({ meaning: 'What it is.', example: 'reply', kind: 'word' })
  readonly act: string;

  @Shown({ meaning: 'Side whose act it is; of paper for others the side whose registry entered it.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'By which way it came.', example: 'Note handed over at the seat', max: 300 })
  readonly channel: string;

  @Shown({ meaning: 'When it came, as its side says (UTC).', format: 'date-time' })
  readonly cameAt: string;

  @Shown({ meaning: 'When it was entered (UTC).', format: 'date-time' })
  readonly claimedAt: string;

  @Shown({ meaning: 'SHA-256 of the original: what an answer names.', kind: 'digest' })
  readonly original: string;

  @Shown({
    meaning: 'The act itself, as it would count, in canonical JSON.',
    example: '{"type":"FileReply"}',
    max: 600_000,
  })
  readonly claimed: string;

  @Shown({
    meaning: 'True for paper for others: the words of somebody who is of neither side, who may replace them in person.',
    example: false,
  })
  readonly paper: boolean;

  @Shown({
    meaning: 'What became of it. Paper for others that nobody answered in time stands as `unconfirmed`.',
    values: STATUSES,
  })
  readonly status: string;

  @Shown({ meaning: 'When that was (UTC); `null` while it is claimed.', format: 'date-time', nullable: true })
  readonly settledAt: string | null;
}

@ApiSchema({ description: 'Entries of acts that came by another channel.' })
export class LateEntriesShown extends ListEndShown {
  @Shown({
    meaning: 'The entries that waited, or wait, for an answer, the first one first.',
    type: () => LateEntryShown,
    list: true,
  })
  readonly items: readonly LateEntryShown[];
}

export const showLateEntries = (entries: readonly KeptEntry<unknown>[]): LateEntriesShown =>
  wholeList(
    entries.map(({ entryId: id, act, party, channel, cameAt, claimedAt, original, ...entry }) => ({
      ...{ id, act, party, channel, cameAt, claimedAt, original },
      paper: entry.paper ?? false,
      claimed: JSON.stringify(entry.claimed),
      status: entry.end?.kind ?? 'claimed',
      settledAt: entry.end?.at ?? null,
    })),
  );
