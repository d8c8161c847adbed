import { Shown } from '@parley/http';
import { HappenedResponse, LastEventResponse, RunningResponse } from './case-state.response';
import { HistoryEntryResponse } from './history-entry.response';

export class PartMovedResponse {
  @Shown({ meaning: 'Stream of the part.', example: 'intake.case-5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11', kind: 'word' })
  readonly stream: string;
  @Shown({
    meaning: 'Its last event at the first instant; `null` where it had none.',
    type: () => LastEventResponse,
    nullable: true,
  })
  readonly before: LastEventResponse | null;
  @Shown({ meaning: 'Its last event at the second instant.', type: () => LastEventResponse })
  readonly after: LastEventResponse;
}

export class LimitMovedResponse {
  @Shown({ meaning: 'The limit as it ran at the first instant.', type: () => RunningResponse })
  readonly before: RunningResponse;
  @Shown({ meaning: 'The same limit as it ran at the second.', type: () => RunningResponse })
  readonly after: RunningResponse;
}

/** What a case had become between two instants, as far as its reader may know of it. */
export class CaseDifferenceResponse {
  @Shown({
    meaning: 'The first instant: what was recorded by then is the case before (UTC).',
    format: 'date-time',
    example: '2025-02-10T00:00:00.000Z',
  })
  readonly from: string;
  @Shown({ meaning: 'The second instant (UTC).', format: 'date-time', example: '2025-03-01T00:00:00.000Z' })
  readonly to: string;
  @Shown({ meaning: 'Parts of the case that went on.', type: () => PartMovedResponse, list: true })
  readonly parts: readonly PartMovedResponse[];
  @Shown({ meaning: 'What happened in between, by type, and how often.', type: () => HappenedResponse, list: true })
  readonly happened: readonly HappenedResponse[];
  @Shown({ meaning: 'Limits that began and still ran.', type: () => RunningResponse, list: true })
  readonly opened: readonly RunningResponse[];
  @Shown({
    meaning: 'Limits that ran at the first instant and no more at the second.',
    type: () => RunningResponse,
    list: true,
  })
  readonly closed: readonly RunningResponse[];
  @Shown({ meaning: 'Limits that ran at both and ended at another time.', type: () => LimitMovedResponse, list: true })
  readonly moved: readonly LimitMovedResponse[];
  @Shown({
    meaning: 'The events in between, in the one order of the store, at most 200.',
    type: () => HistoryEntryResponse,
    list: true,
  })
  readonly events: readonly HistoryEntryResponse[];
  @Shown({
    meaning: 'True when there were more events than are listed; all of them are in the history.',
    example: false,
  })
  readonly more: boolean;
}
