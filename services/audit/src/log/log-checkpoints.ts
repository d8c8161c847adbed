import type { Position } from '@parley/event-store';
import type { DataSource } from 'typeorm';

/** What the next checkpoint is going to add: decided once, so that whoever goes on with it writes the same bytes. */
export interface PlannedCheckpoint {
  /** 1 for the first. */
  readonly n: number;
  /** The events behind this position … */
  readonly after: Position;
  /** … up to this one, that of the last of them. */
  readonly until: Position;
  /** How many they are. */
  readonly events: number;
  /** Entries of the log before it: the index of its first one. */
  readonly first: number;
  /** Entries of the log with it, blanks included. */
  readonly size: number;
  /** Seconds since 1970 at which it is signed. */
  readonly seconds: number;
}

export interface SignedCheckpoint extends PlannedCheckpoint {
  /** 32 bytes. */
  readonly root: Uint8Array;
  readonly note: string;
}

export type KeptCheckpoint = SignedCheckpoint | (PlannedCheckpoint & { readonly root: null; readonly note: null });

interface Row {
  readonly n: string;
  readonly after_position: Position;
  readonly until_position: Position;
  readonly events: number;
  readonly first: string;
  readonly size: string;
  readonly seconds: string;
  readonly root: Buffer | null;
  readonly note: string | null;
}

/** What is kept of checkpoints, and how. */
export type KeptCheckpoints = Pick<LogCheckpoints, keyof LogCheckpoints>;

/** The checkpoints of the log in the database. */
export class LogCheckpoints {
  constructor(private readonly database: DataSource) {}

  /** The last one that was planned, signed or not. */
  async last(): Promise<KeptCheckpoint | undefined> {
    return this.#one('TRUE ORDER BY n DESC LIMIT 1');
  }

  async at(n: number): Promise<KeptCheckpoint | undefined> {
    return this.#one('n = $1', n);
  }

  /** The last one that was signed. */
  async newest(): Promise<SignedCheckpoint | undefined> {
    const found = await this.#one('note IS NOT NULL ORDER BY n DESC LIMIT 1');
    return found?.note == null ? undefined : found;
  }

  /** Keeps a plan. @returns false when there is one of that number already; then nothing is changed */
  async plan({ n, after, until, events, first, size, seconds }: PlannedCheckpoint): Promise<boolean> {
    const kept: unknown[] = await this.database.query(
      `INSERT INTO audit.log_checkpoints (n, after_position, until_position, events, first, size, seconds)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (n) DO NOTHING RETURNING 1`,
      [n, after, until, events, first, size, seconds],
    );
    return kept.length > 0;
  }

  /** Keeps what was signed, unless it is kept already. */
  async sign(n: number, root: Uint8Array, note: string): Promise<void> {
    await this.database.query('UPDATE audit.log_checkpoints SET root = $2, note = $3 WHERE n = $1 AND note IS NULL', [
      n,
      Buffer.from(root),
      note,
    ]);
  }

  async #one(where: string, ...values: readonly unknown[]): Promise<KeptCheckpoint | undefined> {
    const [row] = await this.database.query<Row[]>(`SELECT * FROM audit.log_checkpoints WHERE ${where}`, [...values]);
    if (!row) return undefined;
    const planned = {
      ...{ n: Number(row.n), after: row.after_position, until: row.until_position, events: row.events },
      ...{ first: Number(row.first), size: Number(row.size), seconds: Number(row.seconds) },
    };
    return row.root === null || row.note === null
      ? { ...planned, root: null, note: null }
      : { ...planned, root: new Uint8Array(row.root), note: row.note };
  }
}
