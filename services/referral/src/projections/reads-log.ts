import type { PersonCaller } from '@parley/access';
import type { CaseId, Instant } from '@parley/kernel';
import type { DataSource } from 'typeorm';

/** One read of a dossier, which is not public, by whom and for what (I-40). */
export interface Read {
  readonly readId: string;
  readonly personId: string;
  readonly party: string | null;
  readonly roles: readonly string[];
  /** Name of the document, or `content` for the whole. */
  readonly what: string;
  /** As the reader gave it; `null` when none was given. */
  readonly purpose: string | null;
  readonly at: Date;
}

export interface ReadBy {
  readonly caller: PersonCaller;
  readonly purpose: string | null;
  readonly at: Instant;
}

/** The log of reads. It is written before anything is handed out, and only grows. */
export class ReadsLog {
  constructor(private readonly database: DataSource) {}

  async record(caseId: CaseId, n: number, what: string, { caller, purpose, at }: ReadBy): Promise<void> {
    await this.database.query(
      `INSERT INTO referral.reads (case_id, dossier, what, person_id, party, roles, purpose, read_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [caseId, n, what, caller.personId, caller.party, caller.roles, purpose, at],
    );
  }

  /** Reads of one dossier, newest first. @param before the id of the last one of the page before */
  page(caseId: CaseId, n: number, limit: number, before: string | null): Promise<readonly Read[]> {
    return this.database.query(
      `SELECT read_id AS "readId", person_id AS "personId", party, roles, what, purpose, read_at AS at FROM referral.reads
       WHERE case_id = $1 AND dossier = $2 AND ($3::bigint IS NULL OR read_id < $3) ORDER BY read_id DESC LIMIT $4`,
      [caseId, n, before, limit],
    );
  }
}
