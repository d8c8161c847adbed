import { AuthoredText, Shown } from '@parley/http';
import type { FiledCase } from '../../domain/case-state';

const STATUSES = ['open', 'given', 'declined', 'unanswered'] as const;

export class SummaryShown {
  @Shown({ meaning: 'Id of the request within the case.', example: 'summary:US:1', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'Party that asked.', kind: 'party' })
  readonly askedBy: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly askedAt: string;

  @Shown({ meaning: 'What is to be summarised.', example: 'USA-1', max: 500 })
  readonly of: string;

  @Shown({ meaning: 'Why.', type: () => AuthoredText, list: true })
  readonly reasons: readonly AuthoredText[];

  @Shown({ meaning: 'What became of it.', values: STATUSES })
  readonly status: string;

  @Shown({
    meaning: 'When it was answered, or its time was over (UTC); `null` while it is open.',
    format: 'date-time',
    nullable: true,
  })
  readonly settledAt: string | null;

  @Shown({
    meaning: 'By when it is to be answered (UTC); `null` when no time runs.',
    format: 'date-time',
    nullable: true,
  })
  readonly dueAt: string | null;

  @Shown({ meaning: 'The summary, or why none was given.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];
}

/** Requests for non-confidential summaries in a case, the first one first. */
export class SummariesShown {
  @Shown({ meaning: 'The requests.', type: () => SummaryShown, list: true })
  readonly summaries: readonly SummaryShown[];
}

export const showSummaries = ({ summaries, running }: FiledCase): SummariesShown => ({
  summaries: summaries.map(({ id, askedBy, askedAt, of, reasons, outcome }) => ({
    ...{ id, askedBy, askedAt, of, reasons },
    status: outcome === 'open' ? outcome : outcome.kind,
    settledAt: outcome === 'open' ? null : outcome.at,
    dueAt: running[id]?.dueAt ?? null,
    text: outcome !== 'open' && 'text' in outcome ? outcome.text : [],
  })),
});
