import { Shown } from '@parley/http';
import { HistoryEntryResponse } from './history-entry.response';
import { DIGEST_SCHEMA } from './shown-words';

/** A page of a case's history. */
export class HistoryResponse {
  @Shown({
    meaning: 'Events of all services in the one order of the store.',
    type: () => HistoryEntryResponse,
    list: true,
  })
  readonly items: readonly HistoryEntryResponse[];
  @Shown({ meaning: 'Cursor of the next page; null at the end.', nullable: true, example: 'q1Yp…', max: 2_000 })
  readonly next: string | null;
}

/** Result of checking the chain of one stream. */
export class StreamCheckResponse {
  @Shown({ meaning: 'The stream.', example: 'intake.case-5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11', kind: 'word' })
  readonly stream: string;
  @Shown({ meaning: 'Whether its chain holds.', values: ['intact', 'broken'], example: 'intact' })
  readonly kind: 'intact' | 'broken';
  @Shown({ meaning: 'Events checked, where it holds.', optional: true, example: 12, schema: { type: 'integer' } })
  readonly events?: number;
  @Shown({
    meaning: 'Commitment of its last event, where it holds: keep it, and later heads must lead back to it.',
    optional: true,
    nullable: true,
    schema: DIGEST_SCHEMA,
  })
  readonly head?: string | null;
  @Shown({
    meaning: 'First revision at which it does not hold.',
    optional: true,
    example: 4,
    schema: { type: 'integer' },
  })
  readonly revision?: number;
  @Shown({
    meaning: 'What is wrong there: an event is missing, was altered, or does not follow the one before.',
    optional: true,
    values: ['gap', 'altered', 'unlinked'],
    example: 'altered',
  })
  readonly why?: string;
}

/** Result of checking every stream of a case. */
export class HistoryCheckResponse {
  @Shown({ meaning: 'True when every chain holds.', example: true })
  readonly intact: boolean;
  @Shown({ meaning: 'When it was checked (UTC).', format: 'date-time', example: '2025-03-01T00:00:00.000Z' })
  readonly checkedAt: string;
  @Shown({ meaning: 'The streams of the case.', type: () => StreamCheckResponse, list: true })
  readonly streams: readonly StreamCheckResponse[];
}
