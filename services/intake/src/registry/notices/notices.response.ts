import { ApiSchema } from '@nestjs/swagger';
import { EVENT_TYPE } from '@parley/contracts';
import { BilingualShown, DeadlineShown, showDeadline, Shown } from '@parley/http';
import type { CaseId, PartyCode, Sha256 } from '@parley/kernel';
import { headingOf } from './notice-of-event';
import { DOCUMENT_KIND, documentsOf, type Notice, type ServedDocument } from './notices.rules';
import type { InboxEntry, ServedNoticeRow } from './served-notice.table';
import { recipientsOf, type NoticeInService, type Service, type ServiceState } from './service.rules';

@ApiSchema({ description: 'What a notice tells of.' })
export class NoticeOfShown {
  @Shown({ meaning: 'Part of the procedure in which it happened.', example: 'intake', kind: 'word' })
  readonly context: string;

  @Shown({ meaning: 'Type of what happened.', example: 'CaseRegistered', ...EVENT_TYPE })
  readonly event: string;

  @Shown({ meaning: 'Its instant in law (UTC).', format: 'date-time' })
  readonly at: string;

  @Shown({ meaning: 'Rule under which it happened.', kind: 'rule' })
  readonly rule: string;
}

@ApiSchema({ description: 'A document served with a notice.' })
class ServedDocumentShown {
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

  @Shown({
    meaning: 'Path at which it is read.',
    example: '/v1/cases/7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11/exhibits/USA-1',
    max: 300,
  })
  readonly readAt: string;
}

@ApiSchema({ description: 'The service of one notice on one party (I-58).' })
class ServiceShown {
  @Shown({ meaning: 'Party on whom it was served.', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'When it was sent (UTC): the same instant for both parties.', format: 'date-time' })
  readonly sentAt: string;

  @Shown({ meaning: 'When it came to stand in the inbox (UTC).', format: 'date-time' })
  readonly deliveredAt: string;

  @Shown({ meaning: 'When the party retrieved it (UTC).', format: 'date-time', nullable: true })
  readonly retrievedAt: string | null;

  @Shown({ meaning: 'Who retrieved it.', kind: 'person', nullable: true })
  readonly retrievedBy: string | null;

  @Shown({
    meaning: 'When the 24 hours ended in which it had not been delivered (UTC).',
    format: 'date-time',
    nullable: true,
  })
  readonly notDeliveredAt: string | null;

  @Shown({
    meaning: 'When it became a fact that it had not been retrieved in time (UTC). No clock stops for it.',
    format: 'date-time',
    nullable: true,
  })
  readonly notRetrievedAt: string | null;

  @Shown({
    meaning: 'When it was served again (UTC); this moved nothing (I-59).',
    list: true,
    schema: { items: { type: 'string', format: 'date-time' } },
    example: [],
  })
  readonly againAt: readonly string[];
}

@ApiSchema({ description: 'A notice to both sides.' })
export class NoticeShown {
  @Shown({ meaning: 'Id of the notice.', format: 'uuid' })
  readonly id: string;

  @Shown({ meaning: 'Case to which it belongs.', format: 'uuid' })
  readonly case: string;

  @Shown({ meaning: 'What it says, in one line.', type: () => BilingualShown })
  readonly heading: BilingualShown;

  @Shown({ meaning: 'What it tells of.', type: () => NoticeOfShown })
  readonly of: NoticeOfShown;

  @Shown({ meaning: 'The document that is served with it.', type: () => ServedDocumentShown, nullable: true })
  readonly document: ServedDocumentShown | null;

  @Shown({
    meaning: 'Every document that is served with it: several where one act filed them.',
    type: () => ServedDocumentShown,
    list: true,
  })
  readonly documents: readonly ServedDocumentShown[];

  @Shown({ meaning: 'Clocks that it starts or moves.', type: () => DeadlineShown, list: true })
  readonly starts: readonly DeadlineShown[];

  @Shown({ meaning: 'Ids of the clocks that it ends.', type: () => String, list: true, kind: 'word' })
  readonly ends: readonly string[];

  @Shown({ meaning: 'SHA-256 of the canonical notice.', kind: 'digest' })
  readonly digest: string;

  @Shown({ meaning: 'Its service on every party, in the order of their codes.', type: () => ServiceShown, list: true })
  readonly services: readonly ServiceShown[];
}

@ApiSchema({ description: 'How many notices a side has not retrieved.' })
export class InboxCountShown {
  @Shown({ meaning: 'Notices that your side has not retrieved.', example: 3 })
  readonly unretrieved: number;
}

@ApiSchema({ description: 'The register of service of a case.' })
export class ServiceRegisterShown {
  @Shown({ meaning: 'Every notice of the case, newest first.', type: () => NoticeShown, list: true })
  readonly notices: readonly NoticeShown[];

  @Shown({ meaning: 'Times for delivery and retrieval that run.', type: () => DeadlineShown, list: true })
  readonly deadlines: readonly DeadlineShown[];
}

/** A notice as it stands in an inbox, with its service on both sides. Each side sees what the other has retrieved. */
export const showEntry = ({ own, others }: InboxEntry): NoticeShown =>
  show(own.caseId, own.notice, own.digest, [own, ...others].toSorted(byParty).map(serviceOfRow));

/** A notice as the register of its case has it. */
export const showInService = (caseId: CaseId, found: NoticeInService<Notice>): NoticeShown =>
  show(
    caseId,
    found.notice,
    found.digest,
    recipientsOf(found).flatMap((party) => serviceOf(party, found.services[party])),
  );

export const showRegister = (caseId: CaseId, { notices, running }: ServiceState<Notice>): ServiceRegisterShown => ({
  notices: Object.values(notices)
    .map((found) => showInService(caseId, found))
    .toReversed(),
  deadlines: Object.values(running).map(showDeadline),
});

const show = (caseId: CaseId, notice: Notice, digest: Sha256, services: readonly ServiceShown[]): NoticeShown => {
  const { context, event, at, rule } = notice.of;
  return {
    id: notice.noticeId,
    case: caseId,
    heading: headingOf(notice),
    of: { context, event, at, rule },
    document: notice.document && showDocument(caseId, notice.document),
    documents: documentsOf(notice).map((document) => showDocument(caseId, document)),
    starts: notice.starts.map(showDeadline),
    ends: notice.ends,
    digest,
    services,
  };
};

const showDocument = (caseId: CaseId, document: ServedDocument): ServedDocumentShown => ({
  kind: document.kind,
  reference: document.reference,
  digest: document.digest,
  readAt: `/v1/cases/${caseId}${PLACE_OF[document.kind](document)}`,
});

const PLACE_OF: Readonly<Record<ServedDocument['kind'], (document: ServedDocument) => string>> = {
  grievance: () => '',
  reply: () => '',
  'interim-text': () => '/panel',
  'interim-comment': () => '/panel',
  'review-material': () => '/panel/review',
  'notice-of-delay': () => '/panel/review',
  findings: () => '/panel',
  exhibit: ({ reference }) => `/exhibits/${reference}`,
  'public-version': ({ reference }) => `/exhibits/${reference}`,
  translation: ({ translates }) => (translates ? placeOfTranslation(translates) : ''),
  dossier: () => '/referral',
  'settlement-text': () => '/settlement',
  settlement: () => '/settlement',
  letter: () => '/letters',
  summary: () => '/summaries',
  'joint-proposal': () => '/consultations/joint-proposal',
};

const placeOfTranslation = ({ of, number, n }: NonNullable<ServedDocument['translates']>): string =>
  `/${of === 'document' ? 'documents' : 'exhibits'}/${number}/translations/${String(n)}/content`;

const byParty = (one: ServedNoticeRow, other: ServedNoticeRow): number => (one.party < other.party ? -1 : 1);

const serviceOfRow = (row: ServedNoticeRow): ServiceShown => ({
  party: row.party,
  sentAt: row.sentAt.toISOString(),
  deliveredAt: row.deliveredAt.toISOString(),
  retrievedAt: instantOf(row.retrievedAt),
  retrievedBy: row.retrievedBy,
  notDeliveredAt: instantOf(row.notDeliveredAt),
  notRetrievedAt: instantOf(row.notRetrievedAt),
  againAt: row.againAt,
});

const instantOf = (date: Date | null): string | null => date?.toISOString() ?? null;

const serviceOf = (party: PartyCode, service: Service | undefined): readonly ServiceShown[] =>
  service ? [{ party, ...service }] : [];
