import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgreementState } from '../domain/compliance/agreement-state';

/** One agreement. The columns are what lists ask for; the agreement itself is kept whole. */
@Entity({ name: 'agreements' })
export class AgreementRow {
  @PrimaryColumn('text', { name: 'agreement_id' })
  readonly agreementId: string;

  @Column('text')
  readonly status: string;

  /** When it was agreed on or, until then, proposed: the order of the lists. */
  @Column('timestamptz', { name: 'listed_at' })
  readonly listedAt: Date;

  @Column('json')
  readonly agreement: AgreementState;
}
