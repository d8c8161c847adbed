import { showDeadline } from '@parley/http';
import { isExhibitNumber } from '@parley/contracts';
import type { CaseId, PartyCode, Sha256 } from '@parley/kernel';
import type { Notice, ServedDocument } from '../../domain/service/notice';
import { headingOf } from '../../application/service/words-of-notice';
import {
  recipientsOf,
  type NoticeInService,
  type Service,
  type ServiceState,
} from '../../domain/service/service-state';
import type { InboxEntry } from '../../projections/inboxes';
import type { ServedNoticeRow } from '../../projections/served-notice.row';
import type { NoticeShown, ServedDocumentShown, ServiceRegisterShown, ServiceShown } from './notice.response';

/** A notice as it stands in an inbox, with its service on both sides: each sees what the other has retrieved. */
export const showEntry = ({ own, others }: InboxEntry): NoticeShown =>
  show(own.caseId, own.notice, own.digest, [own, ...others].toSorted(byParty).map(serviceOfRow));

/** A notice as the register of its case has it. */
export const showInService = (caseId: CaseId, found: NoticeInService): NoticeShown =>
  show(
    caseId,
    found.notice,
    found.digest,
    recipientsOf(found).flatMap((party) => serviceOf(party, found.services[party])),
  );

export const showRegister = (caseId: CaseId, { notices, running }: ServiceState): ServiceRegisterShown => ({
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
    starts: notice.starts.map(showDeadline),
    ends: notice.ends,
    digest,
    services,
  };
};

const showDocument = (caseId: CaseId, { kind, reference, digest }: ServedDocument): ServedDocumentShown => ({
  kind,
  reference,
  digest,
  readAt: `/v1/cases/${caseId}${PLACE_OF[kind](reference)}`,
});

const PLACE_OF: Readonly<Record<ServedDocument['kind'], (reference: string) => string>> = {
  grievance: () => '',
  reply: () => '',
  'interim-text': () => '/panel',
  'interim-comment': () => '/panel',
  'review-material': () => '/panel/review',
  'notice-of-delay': () => '/panel/review',
  findings: () => '/panel',
  exhibit: (number) => `/exhibits/${number}`,
  'public-version': (number) => `/exhibits/${number}`,
  translation: (ofOriginal) => `${placeOfOriginal(ofOriginal)}/content`,
  dossier: () => '/referral',
  'settlement-text': () => '/settlement',
  settlement: () => '/settlement',
  letter: () => '/letters',
  summary: () => '/summaries',
};

/** `USA-1/2` is the second translation of an exhibit, `reply/1` the first one of a document. */
function placeOfOriginal(translation: string): string {
  const [original = '', n = ''] = translation.split('/');
  return `/${isExhibitNumber(original) ? 'exhibits' : 'documents'}/${original}/translations/${n}`;
}

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
