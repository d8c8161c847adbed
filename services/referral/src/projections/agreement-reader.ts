import { instantFromMillis, type Instant } from '@parley/kernel';
import type { EntityManager } from 'typeorm';
import type { AgreementState } from '../domain/compliance/agreement-state';
import { AgreementRow } from './agreement.row';

/** Where a page goes on: behind the last one shown. */
export interface AgreementPlace {
  readonly listedAt: Instant;
  readonly id: string;
}

export interface ListedAgreement<Status extends AgreementState['status']> {
  readonly id: string;
  readonly listedAt: Instant;
  readonly agreement: Extract<AgreementState, { status: Status }>;
}

/** Reads the lists of agreements. */
export class AgreementReader {
  constructor(private readonly manager: EntityManager) {}

  /** Agreements of a status, the newest first. */
  async list<Status extends 'in-force' | 'proposed'>(
    status: Status,
    limit: number,
    after?: AgreementPlace,
  ): Promise<readonly ListedAgreement<Status>[]> {
    const query = this.manager
      .createQueryBuilder(AgreementRow, 'row')
      .where('row.status = :status', { status })
      .orderBy('row.listedAt', 'DESC')
      .addOrderBy('row.agreementId')
      .take(limit);
    if (after)
      query.andWhere('(row.listedAt < :at OR (row.listedAt = :at AND row.agreementId > :id))', {
        at: after.listedAt,
        id: after.id,
      });
    const rows = await query.getMany();
    return rows.map(({ agreementId, listedAt, agreement }) => ({
      id: agreementId,
      listedAt: instantFromMillis(listedAt.getTime()),
      agreement: agreement as Extract<AgreementState, { status: Status }>,
    }));
  }
}
