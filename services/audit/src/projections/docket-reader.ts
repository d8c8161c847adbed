import { instantFromMillis, type Instant } from '@parley/kernel';
import type { EntityManager } from 'typeorm';
import type { DocketEntry } from '../domain/docket/docket-entry';
import type { DocketLine } from '../domain/docket/docket-line';
import { DocketEntryRow } from './docket-entry.row';
import { DocketLineRow } from './docket-line.row';

export interface DocketFilter {
  /** On either side. */
  readonly party?: string;
  readonly year?: number;
  readonly stage?: string;
}

export interface Slice {
  /** Only lines that were registered before this serial; from the newest when left out. */
  readonly before?: number;
  readonly limit: number;
}

/** Reads the docket's tables. */
export class DocketReader {
  constructor(private readonly manager: EntityManager) {}

  /** Lines, the newest registration first. */
  async lines({ party, year, stage }: DocketFilter, { before, limit }: Slice): Promise<readonly DocketLine[]> {
    const query = this.manager.createQueryBuilder(DocketLineRow, 'row').orderBy('row.firstSerial', 'DESC').take(limit);
    if (before !== undefined) query.andWhere('row.firstSerial < :before', { before });
    if (party !== undefined) query.andWhere('(row.complainant = :party OR row.respondent = :party)', { party });
    if (year !== undefined) query.andWhere('row.year = :year', { year });
    if (stage !== undefined) query.andWhere('row.stage = :stage', { stage });
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

  /** Years in which cases were registered, the newest first. */
  async years(): Promise<readonly number[]> {
    const rows = await this.manager
      .createQueryBuilder(DocketLineRow, 'row')
      .select('DISTINCT row.year', 'year')
      .orderBy('year', 'DESC')
      .getRawMany<{ year: number }>();
    return rows.map(({ year }) => year);
  }

  /** When the last entry that the tables show was recorded; `null` before the first. */
  async recordedAt(): Promise<Date | null> {
    const [last] = await this.manager
      .createQueryBuilder(DocketEntryRow, 'row')
      .orderBy('row.serial', 'DESC')
      .take(1)
      .getMany();
    return last?.recordedAt ?? null;
  }
}
