import type { CaseId, PersonId } from '@parley/kernel';
import { Entity, PrimaryColumn, type DataSource, type EntityManager } from 'typeorm';
import type { SeatChange } from '../case.hears';

/** A person who was nominated or drawn for the panel of a case and is still on the panel. */
@Entity('panel_seats')
export class PanelSeatRow {
  @PrimaryColumn({ name: 'case_id', type: 'uuid' })
  caseId: CaseId;

  @PrimaryColumn({ name: 'person_id', type: 'text' })
  personId: PersonId;
}

/** Who is on the panel of a case, as the panel's public events say. These persons read the grievance and the reply. */
export class PanelSeats {
  constructor(private readonly database: DataSource) {}

  async of(caseId: CaseId): Promise<readonly PersonId[]> {
    const rows = await this.database.manager.findBy(PanelSeatRow, { caseId });
    return rows.map(({ personId }) => personId);
  }

  /** Writes a change in the transaction of the message that told it. */
  static async note(transaction: EntityManager, caseId: CaseId, { change, personId }: SeatChange): Promise<void> {
    if (change === 'left') await transaction.delete(PanelSeatRow, { caseId, personId });
    else
      await transaction
        .createQueryBuilder()
        .insert()
        .into(PanelSeatRow)
        .values({ caseId, personId })
        .orIgnore()
        .execute();
  }
}
