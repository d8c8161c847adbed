import type { CaseId, PartyCode, PersonId } from '@parley/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of the list of panels. */
@Entity('panels')
export class PanelRow {
  @PrimaryColumn({ name: 'case_id', type: 'uuid' })
  caseId: CaseId;

  @Column({ type: 'text' })
  complainant: PartyCode;

  @Column({ type: 'text' })
  respondent: PartyCode;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt: Date;

  /** As it was when the screening ended, if it has. */
  @Column({ type: 'text' })
  stage: string;

  /** The screening has an outcome. */
  @Column({ type: 'boolean' })
  ended: boolean;

  /** The screening stands still. */
  @Column({ type: 'boolean', default: false })
  suspended: boolean;

  /** Who was nominated or drawn and is still on it. */
  @Column({ type: 'jsonb' })
  members: readonly PersonId[];

  /** Experts and third parties whom it hears in person. */
  @Column({ type: 'jsonb', default: [] })
  heard: readonly PersonId[];

  /** Deadlines that run, by id, each with the instant at which it ends. */
  @Column({ type: 'jsonb' })
  running: Readonly<Record<string, string>>;
}
