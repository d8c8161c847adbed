import { createPostgresEventStore, installEventStore, type PostgresEventStore } from '@parley/event-store-postgres';
import { Pool } from 'pg';
import { eventStoreContender, payloadOf, realClock } from '../../bench/append-contenders';

/** A context of its own, so that no service takes its events for acts. */
const CONTEXT = 'chaos';
const IN_FLIGHT = 4;

/** What of the record the log has, as its database says. */
export interface Covered {
  readonly events: number;
  readonly logged: number;
  readonly checkpoints: number;
}

/** Appends to the event store of a running system, which goes on while the log and its witnesses are down. */
export class AppendLoad {
  readonly #stop = new AbortController();
  readonly #callers: readonly Promise<void>[];
  acknowledged = 0;

  private constructor(
    private readonly pool: Pool,
    private readonly store: PostgresEventStore,
    perSecond: number,
  ) {
    const { call } = eventStoreContender(store, payloadOf(500), `${CONTEXT}.case`);
    this.#callers = Array.from({ length: IN_FLIGHT }, async (_, caller) => {
      while (!this.#stop.signal.aborted) {
        const began = performance.now();
        await call(caller);
        this.acknowledged += 1;
        const rest = (1_000 * IN_FLIGHT) / perSecond - (performance.now() - began);
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, rest)));
      }
    });
  }

  static async start(url: string, perSecond: number): Promise<AppendLoad> {
    const role = decodeURIComponent(new URL(url).username);
    await installEventStore({ adminUrl: url, contexts: [{ context: CONTEXT, role }] });
    const pool = new Pool({ connectionString: url });
    return new AppendLoad(pool, createPostgresEventStore({ pool, clock: realClock }), perSecond);
  }

  /** Resolves when nothing is under way any more. @throws what an append failed by */
  async rest(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#callers);
  }

  async covered(): Promise<Covered> {
    const { rows } = await this.pool.query<Record<keyof Covered, string>>(
      `SELECT (SELECT count(*) FROM event_store.events) AS events, coalesce(sum(events), 0) AS logged, count(*) AS checkpoints
         FROM audit.log_checkpoints WHERE note IS NOT NULL`,
    );
    const [row] = rows;
    return { events: Number(row?.events), logged: Number(row?.logged), checkpoints: Number(row?.checkpoints) };
  }

  /** Every checkpoint that was ever signed, as the database keeps it. */
  async signed(): Promise<readonly { readonly n: number; readonly size: number; readonly root: Uint8Array }[]> {
    const { rows } = await this.pool.query<{ n: string; size: string; root: Buffer }>(
      'SELECT n, size, root FROM audit.log_checkpoints WHERE note IS NOT NULL ORDER BY n',
    );
    return rows.map(({ n, size, root }) => ({ n: Number(n), size: Number(size), root }));
  }

  async close(): Promise<void> {
    await this.store.close();
    await this.pool.end();
  }
}
