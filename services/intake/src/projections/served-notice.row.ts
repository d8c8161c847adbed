import type { CaseId, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Notice } from '../domain/service/notice';

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

  /** What stands on its cover sheet. */
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
