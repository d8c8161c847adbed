import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DocketEntry } from '../domain/docket/docket-entry';

/** One entry of the public log, by case. */
@Entity({ name: 'docket_entry' })
export class DocketEntryRow {
  @PrimaryColumn('integer')
  readonly serial: number;

  @Column('text', { name: 'docket_number' })
  readonly docketNumber: string;

  @Column('timestamptz', { name: 'recorded_at' })
  readonly recordedAt: Date;

  @Column('json')
  readonly entry: DocketEntry;
}
