import type { CaseId, PersonId } from '@parley/kernel';
import { Entity, PrimaryColumn } from 'typeorm';

/** A person who was nominated or drawn for the panel of a case and is still on it. */
@Entity('panel_seats')
export class PanelSeatRow {
  @PrimaryColumn({ name: 'case_id', type: 'uuid' })
  caseId: CaseId;

  @PrimaryColumn({ name: 'person_id', type: 'text' })
  personId: PersonId;
}
