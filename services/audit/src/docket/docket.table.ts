import { instantFromMillis, type Instant } from '@parley/kernel';
import { numeralsOf } from '@parley/procedure';
import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import type { DocketEntry } from './docket-deadlines.rules';
import type { DocketLine } from './docket-line.rules';

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

/** One case on the public docket. The columns serve the lists, and the line itself is kept whole. */
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

  /** Status of the screening. */
  @Column('text')
  readonly status: string;

  /** When each limit that runs ends. */
  @Column('jsonb')
  readonly due: readonly string[];

  /** Codes of all agreements under which a claim was ever made. */
  @Column('jsonb')
  readonly agreements: readonly string[];

  /** The numerals of the number of each measure that was ever complained of. */
  @Column('jsonb', { name: 'measure_numbers' })
  readonly measureNumbers: readonly (readonly string[])[];

  /** How the screening ended; `null` while it goes on. */
  @Column('text', { nullable: true })
  readonly outcome: string | null;

  /** Place of the registration in the public log: the order of the docket. */
  @Column('integer', { name: 'first_serial' })
  readonly firstSerial: number;

  @Column('json')
  readonly line: DocketLine;
}

export interface DocketFilter {
  /** Code of a party, on either side. */
  readonly party?: string;
  readonly year?: number;
  readonly status?: string;
  readonly stage?: string;
  readonly outcome?: string;
  /** Code of an agreement under which a claim was ever made. */
  readonly agreement?: string;
  /** The number of a measure that was ever complained of, however it is written. */
  readonly measure?: string;
  /** Instants in any zone: the first at which a limit ends, and the first at which it ends too late to be meant. */
  readonly dueFrom?: string;
  readonly dueTo?: string;
}

export interface Slice {
  /** Only lines that were registered before this serial; from the newest when left out. */
  readonly before?: number;
  readonly limit: number;
  /** A limit that is over by now is not due, even if its default is still to be recorded. */
  readonly now: Instant;
}

/** An index has the lines in which a limit runs, so those of all the cases that ended are not looked at. */
const DUE = `row.due <> '[]' AND EXISTS (SELECT 1 FROM jsonb_array_elements_text(row.due) AS due (at)
  WHERE due.at::timestamptz > :now AND due.at::timestamptz >= :dueFrom AND due.at::timestamptz < :dueTo)`;

export class DocketReader {
  constructor(private readonly manager: EntityManager) {}

  /** Lines, the newest registration first. */
  async lines(
    { party, year, status, stage, outcome, agreement, measure, dueFrom, dueTo }: DocketFilter,
    { before, limit, now }: Slice,
  ): Promise<readonly DocketLine[]> {
    const query = this.manager.createQueryBuilder(DocketLineRow, 'row').orderBy('row.firstSerial', 'DESC').take(limit);
    if (before !== undefined) query.andWhere('row.firstSerial < :before', { before });
    if (party !== undefined) query.andWhere('(row.complainant = :party OR row.respondent = :party)', { party });
    if (year !== undefined) query.andWhere('row.year = :year', { year });
    if (status !== undefined) query.andWhere('row.status = :status', { status });
    if (stage !== undefined) query.andWhere('row.stage = :stage', { stage });
    if (outcome !== undefined) query.andWhere('row.outcome = :outcome', { outcome });
    if (agreement !== undefined) query.andWhere('row.agreements @> to_jsonb(CAST(:agreement AS text))', { agreement });
    if (measure !== undefined)
      query.andWhere('row.measureNumbers @> CAST(:numerals AS jsonb)', {
        numerals: JSON.stringify([numeralsOf(measure)]),
      });
    if (dueFrom !== undefined || dueTo !== undefined)
      query.andWhere(DUE, { dueFrom: dueFrom ?? '-infinity', dueTo: dueTo ?? 'infinity', now });
    return (await query.getMany()).map(({ line }) => line);
  }

  async line(docketNumber: string): Promise<DocketLine | undefined> {
    return (await this.manager.findOneBy(DocketLineRow, { docketNumber }))?.line;
  }

  /** Entries of one case behind a serial, in the order of the log. */
  async entries(docketNumber: string, after: number, limit: number): Promise<readonly DocketEntry[]> {
    const query = this.manager
      .createQueryBuilder(DocketEntryRow, 'row')
      .where('row.docketNumber = :docketNumber AND row.serial > :after', { docketNumber, after })
      .orderBy('row.serial')
      .take(limit);
    return (await query.getMany()).map(({ entry }) => entry);
  }

  /**
   * Entries of all cases, the newest first, with the instant at which each was entered.
   * @param before only entries with a smaller serial
   */
  async newest(
    limit: number,
    before?: number,
  ): Promise<readonly { readonly entry: DocketEntry; readonly enteredAt: Instant }[]> {
    const query = this.manager.createQueryBuilder(DocketEntryRow, 'row').orderBy('row.serial', 'DESC').take(limit);
    if (before !== undefined) query.where('row.serial < :before', { before });
    return (await query.getMany()).map(({ entry, recordedAt }) => ({
      entry,
      enteredAt: instantFromMillis(recordedAt.getTime()),
    }));
  }

  /**
   * Years in which cases were registered, the newest first. Each year costs one look at the index, however many cases
   * it has.
   */
  async years(): Promise<readonly number[]> {
    const newest = 'SELECT max(year) AS year FROM audit.docket_line';
    const rows: { year: number }[] = await this.manager.query(
      `WITH RECURSIVE years AS (
         ${newest} UNION ALL SELECT (${newest} WHERE year < years.year) FROM years WHERE year IS NOT NULL
       ) SELECT year FROM years WHERE year IS NOT NULL`,
    );
    return rows.map(({ year }) => year);
  }

  /** When the last entry in the tables was recorded; `null` before the first. */
  async recordedAt(): Promise<Date | null> {
    const [last] = await this.manager
      .createQueryBuilder(DocketEntryRow, 'row')
      .orderBy('row.serial', 'DESC')
      .take(1)
      .getMany();
    return last?.recordedAt ?? null;
  }
}
