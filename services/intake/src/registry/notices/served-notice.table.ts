import {
  instantFromMillis,
  type CaseId,
  type Instant,
  type PartyCode,
  type PersonId,
  type Sha256,
} from '@parley/kernel';
import { Column, Entity, PrimaryColumn, type DataSource } from 'typeorm';
import { CaseRow } from '../../case/case.table';
import { documentsOf, type Notice } from './notices.rules';
import type { ReconciledService, ServiceRange } from './reconcile';

/** A notice in the inbox of one party, with its service on that party (I-58). */
@Entity('served_notices')
export class ServedNoticeRow {
  @PrimaryColumn({ name: 'notice_id', type: 'uuid' })
  noticeId: string;

  @PrimaryColumn({ type: 'text' })
  party: PartyCode;

  @Column({ name: 'case_id', type: 'uuid' })
  caseId: CaseId;

  @Column({ type: 'jsonb' })
  notice: Notice;

  @Column({ type: 'text' })
  digest: Sha256;

  /** The verification code on its cover sheet. */
  @Column({ type: 'text' })
  code: string;

  @Column({ name: 'sent_at', type: 'timestamptz' })
  sentAt: Date;

  @Column({ name: 'delivered_at', type: 'timestamptz' })
  deliveredAt: Date;

  @Column({ name: 'not_delivered_at', type: 'timestamptz', nullable: true })
  notDeliveredAt: Date | null;

  @Column({ name: 'retrieved_at', type: 'timestamptz', nullable: true })
  retrievedAt: Date | null;

  @Column({ name: 'retrieved_by', type: 'text', nullable: true })
  retrievedBy: PersonId | null;

  @Column({ name: 'not_retrieved_at', type: 'timestamptz', nullable: true })
  notRetrievedAt: Date | null;

  /** Instants at which it was served again. */
  @Column({ name: 'again_at', type: 'jsonb' })
  againAt: readonly string[];
}

/** The most services in one signed answer. */
export const MOST_RECONCILED = 5_000;

/** A page of an inbox begins after this place. */
export interface InboxPlace {
  readonly sentAt: string;
  readonly noticeId: string;
}

export interface InboxQuery {
  readonly party: PartyCode;
  readonly caseId?: CaseId;
  /** Only what the party has not retrieved. */
  readonly unretrieved: boolean;
  /** Only notices of an event of this type. */
  readonly event?: string;
  /** Only notices with a document of this kind. */
  readonly document?: string;
  readonly from?: InboxPlace;
  readonly limit: number;
}

/** A notice in a party's inbox, and its service on everybody else. */
export interface InboxEntry {
  readonly own: ServedNoticeRow;
  readonly others: readonly ServedNoticeRow[];
}

/** The inboxes as readers find them. A reader names its party, and finds only what was served on that party (I-43). */
export class Inboxes {
  constructor(private readonly database: DataSource) {}

  /** Newest first. */
  async page({ party, caseId, unretrieved, event, document, from, limit }: InboxQuery): Promise<readonly InboxEntry[]> {
    const query = this.database.manager
      .createQueryBuilder(ServedNoticeRow, 'line')
      .where('line.party = :party', { party });
    if (caseId !== undefined) query.andWhere('line.caseId = :caseId', { caseId });
    if (unretrieved) query.andWhere('line.retrievedAt IS NULL');
    if (event !== undefined) query.andWhere("line.notice -> 'of' ->> 'event' = :event", { event });
    if (document !== undefined) query.andWhere("line.notice -> 'document' ->> 'kind' = :document", { document });
    if (from) query.andWhere('(line.sentAt, line.noticeId) < (:sentAt, :noticeId)', { ...from });
    const own = await query.orderBy('line.sentAt', 'DESC').addOrderBy('line.noticeId', 'DESC').take(limit).getMany();
    return this.withOthers(own);
  }

  async find(party: PartyCode, noticeId: string): Promise<InboxEntry | undefined> {
    const own = await this.database.manager.findBy(ServedNoticeRow, { party, noticeId });
    const [entry] = await this.withOthers(own);
    return entry;
  }

  /** The served notice with a verification code. */
  findByCode(code: string): Promise<ServedNoticeRow | null> {
    return this.database.manager.findOneBy(ServedNoticeRow, { code });
  }

  async docketNumberOf(caseId: CaseId): Promise<string | null> {
    const line = await this.database.manager.findOneBy(CaseRow, { caseId });
    return line?.docketNumber ?? null;
  }

  /** How many notices a party has not retrieved. */
  unretrieved(party: PartyCode): Promise<number> {
    return this.database.manager
      .createQueryBuilder(ServedNoticeRow, 'line')
      .where('line.party = :party AND line.retrievedAt IS NULL', { party })
      .getCount();
  }

  /**
   * Everything that was sent to a party in a range of time, oldest first. If there are more than may be signed at once,
   * it gives one more than that.
   */
  async servedOn(party: PartyCode, { from, to }: ServiceRange): Promise<readonly ReconciledService[]> {
    const rows = await this.database.manager
      .createQueryBuilder(ServedNoticeRow, 'line')
      .where('line.party = :party AND line.sentAt >= :from AND line.sentAt < :to', { party, from, to })
      .orderBy('line.sentAt')
      .addOrderBy('line.noticeId')
      .take(MOST_RECONCILED + 1)
      .getMany();
    return rows.map(reconciled);
  }

  private async withOthers(own: readonly ServedNoticeRow[]): Promise<readonly InboxEntry[]> {
    if (own.length === 0) return [];
    const all = await this.database.manager
      .createQueryBuilder(ServedNoticeRow, 'line')
      .where('line.noticeId IN (:...ids)', { ids: own.map(({ noticeId }) => noticeId) })
      .orderBy('line.party')
      .getMany();
    return own.map((line) => ({
      own: line,
      others: all.filter(({ noticeId, party }) => noticeId === line.noticeId && party !== line.party),
    }));
  }
}

const instantOf = (date: Date): Instant => instantFromMillis(date.getTime());

const reconciled = (row: ServedNoticeRow): ReconciledService => {
  const { of, document } = row.notice;
  return {
    notice: row.noticeId,
    case: row.caseId,
    event: `${of.context}.${of.event}`,
    eventAt: of.at,
    rule: of.rule,
    document,
    documents: documentsOf(row.notice).map(({ kind, reference, digest }) => ({ kind, reference, digest })),
    digest: row.digest,
    sentAt: instantOf(row.sentAt),
    deliveredAt: instantOf(row.deliveredAt),
    notDeliveredAt: row.notDeliveredAt && instantOf(row.notDeliveredAt),
    retrievedAt: row.retrievedAt && instantOf(row.retrievedAt),
    notRetrievedAt: row.notRetrievedAt && instantOf(row.notRetrievedAt),
    againAt: row.againAt as readonly Instant[],
  };
};
