import type { PersonCaller } from '@parley/access';
import type { CaseId, Instant } from '@parley/kernel';
import type { DataSource } from 'typeorm';
import type { Exhibit } from '../../domain/exhibit';

/** What of an exhibit was read: its line in a list, its particulars, or its bytes. */
export type ReadKind = 'line' | 'particulars' | 'content';

/** One read of non-public material, by whom and for what (I-40). */
export interface Read {
  readonly readId: string;
  readonly personId: string;
  readonly party: string | null;
  readonly roles: readonly string[];
  readonly tier: string;
  readonly kind: ReadKind;
  /** As the reader gave it; `null` when none was given. */
  readonly purpose: string | null;
  readonly at: Date;
}

export interface ReadBy {
  readonly caller: PersonCaller;
  readonly purpose: string | null;
  readonly at: Instant;
}

interface ReadRow extends Omit<Read, 'readId' | 'personId' | 'at'> {
  readonly read_id: string;
  readonly person_id: string;
  readonly read_at: Date;
}

/** The log of reads. It is written before anything is handed out, and only grows. */
export class ReadsLog {
  constructor(private readonly database: DataSource) {}

  async record(caseId: CaseId, exhibits: readonly Exhibit[], kind: ReadKind, { caller, purpose, at }: ReadBy): Promise<void> {
    if (exhibits.length === 0) return;
    await this.database.query(
      `INSERT INTO evidence.reads (case_id, exhibit, tier, kind, person_id, party, roles, purpose, read_at)
       SELECT $1, exhibit, tier, $4, $5, $6, $7, $8, $9 FROM unnest($2::text[], $3::text[]) AS each (exhibit, tier)`,
      [caseId, exhibits.map(({ number }) => number), exhibits.map(({ tier }) => tier), kind, caller.personId, caller.party, caller.roles, purpose, at],
    );
  }

  /** Reads of one exhibit, newest first. @param before the id of the last one of the page before */
  async page(caseId: CaseId, exhibit: string, limit: number, before: string | null): Promise<readonly Read[]> {
    const rows: ReadRow[] = await this.database.query(
      `SELECT read_id, person_id, party, roles, tier, kind, purpose, read_at FROM evidence.reads
       WHERE case_id = $1 AND exhibit = $2 AND ($3::bigint IS NULL OR read_id < $3) ORDER BY read_id DESC LIMIT $4`,
      [caseId, exhibit, before, limit],
    );
    return rows.map(({ read_id, person_id, read_at, ...read }) => ({ readId: read_id, personId: person_id, at: read_at, ...read }));
  }
}
