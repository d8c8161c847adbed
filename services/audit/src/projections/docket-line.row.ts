import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DocketLine } from '../domain/docket/docket-line';

/** One case on the public docket. The columns are what lists ask for; the line itself is kept whole. */
@Entity({ name: 'docket_line' })
export class DocketLineRow {
  @PrimaryColumn('text', { name: 'docket_number' })
  readonly docketNumber: string;

  @Column('text', { name: 'case_id' })
  readonly caseId: string;

  @Column('text')
  readonly complainant: string;

  @Column('text')
  readonly respondent: string;

  /** Year of registration in seat time, as the docket number has it. */
  @Column('integer')
  readonly year: number;

  @Column('text')
  readonly stage: string;

  /** Place of the registration in the public log: the order of the docket. */
  @Column('integer', { name: 'first_serial' })
  readonly firstSerial: number;

  @Column('json')
  readonly line: DocketLine;
}
