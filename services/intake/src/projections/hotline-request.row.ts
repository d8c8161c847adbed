import type { CaseId, PartyCode } from '@parley/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Grade, Rung } from '../domain/hotline/hotline';

/** One line of the list of requests on the hotline. */
@Entity('hotline_requests')
export class HotlineRequestRow {
  @PrimaryColumn({ name: 'hotline_id', type: 'uuid' })
  hotlineId: string;

  @Column({ name: 'case_id', type: 'uuid', nullable: true })
  caseId: CaseId | null;

  @Column({ type: 'text' })
  grade: Grade;

  @Column({ name: 'asked_by', type: 'text' })
  askedBy: PartyCode;

  @Column({ name: 'requested_at', type: 'timestamptz' })
  requestedAt: Date;

  /** Who is to answer now. */
  @Column({ type: 'text' })
  rung: Rung;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt: Date | null;
}
