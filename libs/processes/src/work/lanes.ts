import type { WorkRow } from './work-table';

/** How rows of a kind are done. */
export interface WorkKind {
  readonly name: string;
  /** Cases side by side. */
  readonly lanes: number;
  /** Does a row; called at least once. A refusal is an outcome and must not throw. */
  do(row: WorkRow): Promise<void>;
  /** True when a parked row may succeed by now; all may when left out. */
  isWorthTrying?(row: WorkRow): boolean;
}

/** The rows of one key that are in hand, in order. */
interface Lane {
  readonly name: string;
  readonly rows: WorkRow[];
}

export interface LanesOptions {
  /** Does a row. @returns false when its key has to stop there */
  go(kind: WorkKind, row: WorkRow): Promise<boolean>;
  /**
   * Called when a key is at its end, or has stopped.
   * @param left the rows in hand that are not done
   */
  ended(left: readonly WorkRow[]): void;
}

/** Rows that are being done: in order within a kind and key, as many keys of a kind side by side as it has lanes. */
export class Lanes {
  readonly #options: LanesOptions;
  readonly #lanes = new Map<string, Lane>();
  /** By kind, the keys that wait for their turn, and how many are being worked at. */
  readonly #waiting = new Map<string, Lane[]>();
  readonly #busy = new Map<string, number>();

  constructor(options: LanesOptions) {
    this.#options = options;
  }

  get isBusy(): boolean {
    return [...this.#busy.values()].some((busy) => busy > 0);
  }

  put(row: WorkRow): void {
    const name = `${row.kind} ${row.key}`;
    const lane = this.#lanes.get(name);
    if (lane) {
      lane.rows.push(row);
      return;
    }
    const fresh = { name, rows: [row] };
    this.#lanes.set(name, fresh);
    const waiting = this.#waiting.get(row.kind);
    if (waiting) waiting.push(fresh);
    else this.#waiting.set(row.kind, [fresh]);
  }

  /** Begins keys of a kind while it has free lanes. */
  pump(kind: WorkKind): void {
    const waiting = this.#waiting.get(kind.name) ?? [];
    while (this.#busyOf(kind) < kind.lanes) {
      const lane = waiting.shift();
      if (!lane) return;
      this.#busy.set(kind.name, this.#busyOf(kind) + 1);
      void this.#goThrough(kind, lane).finally(() => {
        this.#busy.set(kind.name, this.#busyOf(kind) - 1);
        this.#options.ended(lane.rows);
        this.pump(kind);
      });
    }
  }

  /** Lets go of the keys that have not begun. */
  clear(): void {
    for (const lanes of this.#waiting.values()) for (const lane of lanes.splice(0)) this.#lanes.delete(lane.name);
  }

  async #goThrough(kind: WorkKind, { name, rows }: Lane): Promise<void> {
    for (let row = rows[0]; row && (await this.#options.go(kind, row)); row = rows[0]) rows.shift();
    this.#lanes.delete(name);
  }

  #busyOf(kind: WorkKind): number {
    return this.#busy.get(kind.name) ?? 0;
  }
}
