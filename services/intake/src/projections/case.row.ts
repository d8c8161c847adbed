import type { PartyCode, Text } from '@parley/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of the list of cases. */
@Entity('cases')
export class CaseRow {
  @PrimaryColumn({ name: 'case_id', type: 'uuid' })
  caseId: string;

  @Column({ name: 'docket_number', type: 'text', nullable: true })
  docketNumber: string | null;

  @Column({ type: 'text' })
  status: string;

  @Column({ type: 'text' })
  complainant: PartyCode;

  @Column({ type: 'text' })
  respondent: PartyCode;

  @Column({ type: 'jsonb' })
  subject: readonly Text[];

  @Column({ name: 'filed_at', type: 'timestamptz' })
  filedAt: Date;

  /** Deadlines that run, by id, each with the instant at which it ends. */
  @Column({ type: 'jsonb' })
  running: Readonly<Record<string, string>>;
}
