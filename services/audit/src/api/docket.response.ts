import { Shown } from '@parley/http';
import { DocketEntryResponse, LoggedEntryResponse } from './docket-entry.response';
import { DocketLineResponse } from './docket-line.response';

/** One case of the docket with its entries. */
export class DocketCaseResponse {
  @Shown({ meaning: 'The case as it stands.', type: () => DocketLineResponse })
  readonly line: DocketLineResponse;
  @Shown({ meaning: 'Its entries in the order of the public log.', type: () => DocketEntryResponse, list: true })
  readonly entries: readonly DocketEntryResponse[];
  @Shown({
    meaning: 'Serial to go on after; null when there are no more.',
    nullable: true,
    example: null,
    schema: { type: 'integer' },
  })
  readonly after: number | null;
}

/** A stretch of the public log. */
export class PublicLogResponse {
  @Shown({ meaning: 'Entries of all cases, serial after serial.', type: () => LoggedEntryResponse, list: true })
  readonly items: readonly LoggedEntryResponse[];
  @Shown({
    meaning: 'Serial to go on after; null when there are no more.',
    nullable: true,
    example: 200,
    schema: { type: 'integer' },
  })
  readonly after: number | null;
}
