import { ApiSchema } from '@nestjs/swagger';
import { EVENT_TYPE } from '@parley/contracts';
import type { PersonCaller } from '@parley/access';
import type { EventStore } from '@parley/event-store';
import {
  caseNamed,
  pageOfFollowing,
  questionOf,
  Shown,
  shownAs,
  type CasesByNumber,
  type CursorCodec,
  type PageShown,
} from '@parley/http';
import type { PartyCode } from '@parley/kernel';
import type { ReadModel } from '@parley/projections';
import type { InboxRequest } from './notices.request';
import { showEntry, type NoticeShown } from './notices.response';
import { DOCUMENT_KIND, DOCUMENT_KINDS } from './notices.rules';
import type { Inboxes, InboxPlace } from './served-notice.table';

@ApiSchema({ description: 'A document that was served, by digest.' })
export class ReconciledDocumentShown {
  @Shown({ meaning: 'What it is.', ...DOCUMENT_KIND })
  readonly kind: string;

  @Shown({
    meaning: 'Number of the exhibit or the receipt, or the word for what there is one of.',
    example: 'USA-1',
    kind: 'word',
  })
  readonly reference: string;

  @Shown({ meaning: 'SHA-256 of what was served.', kind: 'digest' })
  readonly digest: string;
}

@ApiSchema({ description: 'A notice sent to a side, as its mailroom compares it.' })
export class ReconciledServiceShown {
  @Shown({ meaning: 'Id of the notice.', format: 'uuid' })
  readonly notice: string;

  @Shown({ meaning: 'Case to which it belongs.', format: 'uuid' })
  readonly case: string;

  @Shown({ meaning: 'Type of what it tells of.', example: 'CaseRegistered', ...EVENT_TYPE })
  readonly event: string;

  @Shown({ meaning: 'Instant in law of what it tells of (UTC).', format: 'date-time' })
  readonly eventAt: string;

  @Shown({ meaning: 'Rule under which it happened.', kind: 'rule' })
  readonly rule: string;

  @Shown({ meaning: 'The document that was served with it.', type: () => ReconciledDocumentShown, nullable: true })
  readonly document: ReconciledDocumentShown | null;

  @Shown({ meaning: 'Every document that was served with it.', type: () => ReconciledDocumentShown, list: true })
  readonly documents: readonly ReconciledDocumentShown[];

  @Shown({ meaning: 'SHA-256 of the canonical notice.', kind: 'digest' })
  readonly digest: string;

  @Shown({ meaning: 'When it was sent (UTC).', format: 'date-time' })
  readonly sentAt: string;

  @Shown({ meaning: 'When it was delivered (UTC).', format: 'date-time' })
  readonly deliveredAt: string;

  @Shown({
    meaning: 'When the 24 hours ended in which it had not been delivered (UTC).',
    format: 'date-time',
    nullable: true,
  })
  readonly notDeliveredAt: string | null;

  @Shown({ meaning: 'When your side retrieved it (UTC).', format: 'date-time', nullable: true })
  readonly retrievedAt: string | null;

  @Shown({
    meaning: 'When it became a fact that it had not been retrieved in time (UTC).',
    format: 'date-time',
    nullable: true,
  })
  readonly notRetrievedAt: string | null;

  @Shown({
    meaning: 'When it was served again (UTC).',
    list: true,
    schema: { items: { type: 'string', format: 'date-time' } },
    example: [],
  })
  readonly againAt: readonly string[];
}

@ApiSchema({ description: 'What the registry signs of a reconciliation.' })
export class ReconciliationStatementShown {
  @Shown({ meaning: 'Side on which all of this was served.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'First instant of the range (UTC).', format: 'date-time' })
  readonly from: string;

  @Shown({ meaning: 'First instant behind the range (UTC).', format: 'date-time' })
  readonly to: string;

  @Shown({ meaning: 'How many notices were sent in the range.', example: 12 })
  readonly count: number;

  @Shown({ meaning: 'SHA-256 of the canonical JSON (RFC 8785) of `services`.', kind: 'digest' })
  readonly digest: string;
}

@ApiSchema({ description: 'All that was served on a side in a range of time.' })
export class ReconciliationShown {
  @Shown({ meaning: 'What the registry signs.', type: () => ReconciliationStatementShown })
  readonly statement: ReconciliationStatementShown;

  @Shown({
    meaning: 'Compact JWS (EdDSA) by the registry over the canonical statement; the keys stand at /v1/keys.',
    kind: 'jws',
  })
  readonly jws: string;

  @Shown({
    meaning: 'Every notice that was sent to your side in the range, the first one first.',
    type: () => ReconciledServiceShown,
    list: true,
  })
  readonly services: readonly ReconciledServiceShown[];
}

@ApiSchema({ description: 'What a code on a cover sheet stands for.' })
export class VerificationShown {
  @Shown({ meaning: 'The code.', example: 'K7QF-0D3M-A1ZC-9TRW', max: 19 })
  readonly code: string;

  @Shown({ meaning: 'Docket number; `null` before registration.', kind: 'docketNumber', nullable: true })
  readonly docketNumber: string | null;

  @Shown({
    meaning: 'Kind of the document that was served; `null` for a notice without one.',
    values: DOCUMENT_KINDS,
    nullable: true,
  })
  readonly document: string | null;

  @Shown({
    meaning: 'Its number, or the word for what there is one of.',
    example: 'USA-1',
    kind: 'word',
    nullable: true,
  })
  readonly reference: string | null;

  @Shown({
    meaning: 'SHA-256 of the document, or of the notice where there is none: what you hold must have it.',
    kind: 'digest',
  })
  readonly digest: string;

  @Shown({ meaning: 'Every document that was served with it.', type: () => ReconciledDocumentShown, list: true })
  readonly documents: readonly ReconciledDocumentShown[];

  @Shown({ meaning: 'Party on whom it was served.', kind: 'party' })
  readonly servedOn: string;

  @Shown({ meaning: 'Instant of service (UTC).', format: 'date-time' })
  readonly servedAt: string;
}

/** The inbox of a party, page by page. */
export class InboxList {
  constructor(
    private readonly inboxes: Inboxes,
    private readonly runner: ReadModel,
    private readonly store: EventStore,
    private readonly cursors: CursorCodec,
    private readonly caseOf: CasesByNumber,
  ) {}

  async page(caller: PersonCaller, request: InboxRequest): Promise<PageShown<NoticeShown>> {
    const caseId = request.case === undefined ? undefined : await caseNamed(request.case, this.caseOf);
    const page = await pageOfFollowing(
      { scope: questionOf('inbox', request), cursors: this.cursors, follower: this.runner, start: this.store.start },
      request,
      (limit, from: InboxPlace | undefined) =>
        this.inboxes.page({
          party: partyOf(caller),
          unretrieved: request.state === 'unretrieved',
          limit,
          ...(caseId === undefined ? {} : { caseId }),
          ...(request.event === undefined ? {} : { event: request.event }),
          ...(request.document === undefined ? {} : { document: request.document }),
          ...(from ? { from } : {}),
        }),
      ({ own: { sentAt, noticeId } }): InboxPlace => ({ sentAt: sentAt.toISOString(), noticeId }),
    );
    return shownAs(page, showEntry);
  }
}

/**
 * The party whose inbox a caller reads. No party has an empty code, so a caller who belongs to none finds nothing
 * (I-43).
 */
export const partyOf = ({ party }: PersonCaller): PartyCode => party ?? ('' as PartyCode);

/**
 * Waits until the inboxes show everything that was recorded so far. A signed answer from them must not lag behind the
 * record.
 */
export class UpToDateInboxes {
  constructor(private readonly runner: Pick<ReadModel, 'idle'>) {}

  now(): Promise<void> {
    return this.runner.idle();
  }
}
