import type { CaseId, PersonId } from '@parley/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { PanelSeatRow } from './panel-seat.row';

/** Who is on the panel of a case, as the panel's public events say: they read the grievance and the reply. */
export class PanelSeats {
  constructor(private readonly database: DataSource) {}

  async of(caseId: CaseId): Promise<readonly PersonId[]> {
    const rows = await this.database.manager.findBy(PanelSeatRow, { caseId });
    return rows.map(({ personId }) => personId);
  }

  static async take(manager: EntityManager, caseId: CaseId, personId: PersonId): Promise<void> {
    await manager.createQueryBuilder().insert().into(PanelSeatRow).values({ caseId, personId }).orIgnore().execute();
  }

  static async leave(manager: EntityManager, caseId: CaseId, personId: PersonId): Promise<void> {
    await manager.delete(PanelSeatRow, { caseId, personId });
  }
}
