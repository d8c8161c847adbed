import type { DataSource } from 'typeorm';

/** A checkpoint that a witness cosigned, by the number of the checkpoint. */
export interface Cosigned {
  readonly n: number;
  /** The line of signature, without the newline at its end. */
  readonly line: string;
}

/** A checkpoint with a cosignature of each side. */
export interface Attested {
  readonly n: number;
  readonly note: string;
}

/** What is kept of the witnesses, and how. */
export type KeptCosignatures = Pick<LogCosignatures, keyof LogCosignatures>;

/** What the witnesses cosigned and publish, in the database. A witness is known by its public key as text. */
export class LogCosignatures {
  constructor(private readonly database: DataSource) {}

  /** The newest checkpoint that a witness cosigned. */
  async of(witness: string): Promise<Cosigned | undefined> {
    const [row] = await this.database.query<{ n: string; line: string }[]>(
      'SELECT n, line FROM audit.log_cosignatures WHERE witness = $1',
      [witness],
    );
    return row && { n: Number(row.n), line: row.line };
  }

  /** Keeps a cosignature that was verified, unless there is one of a newer checkpoint. */
  async keep(witness: string, { n, line }: Cosigned): Promise<void> {
    await this.database.query(
      `INSERT INTO audit.log_cosignatures AS kept (witness, n, line) VALUES ($1, $2, $3)
       ON CONFLICT (witness) DO UPDATE SET n = EXCLUDED.n, line = EXCLUDED.line WHERE kept.n < EXCLUDED.n`,
      [witness, n, line],
    );
  }

  /** The newest checkpoint that all of these witnesses cosigned. */
  async attested(witnesses: readonly string[]): Promise<Attested | undefined> {
    const [row] = await this.database.query<{ n: string; note: string }[]>(
      'SELECT n, note FROM audit.log_attested WHERE witnesses = $1 ORDER BY n DESC LIMIT 1',
      [witnesses.join('\n')],
    );
    return row && { n: Number(row.n), note: row.note };
  }

  /** Keeps a checkpoint that all of these witnesses cosigned, unless it is kept already. */
  async attest(witnesses: readonly string[], { n, note }: Attested): Promise<void> {
    await this.database.query(
      'INSERT INTO audit.log_attested (witnesses, n, note) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [witnesses.join('\n'), n, note],
    );
  }

  /** The proof that a log has shown two pasts, as text; `undefined` when there is none. */
  async split(log: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ split: string }[]>('SELECT split FROM audit.log_splits WHERE log = $1', [
      log,
    ]);
    return row?.split;
  }

  /** Keeps a proof of two pasts that was verified. @returns whether it is the first one of this log */
  async keepSplit(log: string, split: string): Promise<boolean> {
    const kept: unknown[] = await this.database.query(
      'INSERT INTO audit.log_splits (log, split) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1',
      [log, split],
    );
    return kept.length > 0;
  }
}
