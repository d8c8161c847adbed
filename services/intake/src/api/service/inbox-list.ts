import type { PersonCaller } from '@parley/access';
import type { EventStore } from '@parley/event-store';
import type { CaseId, PartyCode } from '@parley/kernel';
import { limitOf, openPosition, sealPosition, type CursorCodec, type PageShown } from '@parley/http';
import type { ReadModel } from '@parley/projections';
import type { Inboxes, InboxPlace } from '../../projections/inboxes';
import type { InboxRequest } from './inbox.request';
import type { NoticeShown } from './notice.response';
import { showEntry } from './show-notice';

const SCOPE = 'inbox';
/** How long an inbox waits for a write that its reader has made. */
const PATIENCE_MS = 2_000;

/** The inbox of a party, page by page. */
export class InboxList {
  constructor(
    private readonly inboxes: Inboxes,
    private readonly runner: ReadModel,
    private readonly store: EventStore,
    private readonly cursors: CursorCodec,
  ) {}

  async page(caller: PersonCaller, request: InboxRequest): Promise<PageShown<NoticeShown>> {
    if (request.after !== undefined) await this.runner.waitFor(openPosition(this.cursors, request.after), PATIENCE_MS);
    const limit = limitOf(request);
    const from = request.cursor === undefined ? undefined : (this.cursors.open(SCOPE, request.cursor) as InboxPlace);
    const found = await this.inboxes.page({
      party: partyOf(caller),
      unretrieved: request.state === 'unretrieved',
      limit: limit + 1,
      ...(request.case === undefined ? {} : { caseId: request.case as CaseId }),
      ...(from ? { from } : {}),
    });
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1)?.own : undefined;
    return {
      items: shown.map(showEntry),
      next: last
        ? this.cursors.seal(SCOPE, { sentAt: last.sentAt.toISOString(), noticeId: last.noticeId } satisfies InboxPlace)
        : null,
      asOf: {
        position: sealPosition(this.cursors, this.runner.status().position ?? this.store.start),
        recordedAt: null,
      },
    };
  }
}

/** Whose inbox a caller reads. No party has an empty code, so who belongs to none finds nothing (I-43). */
export const partyOf = ({ party }: PersonCaller): PartyCode => party ?? ('' as PartyCode);
