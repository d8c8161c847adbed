import { canonicalJson, instantFromMillis, type Clock, type Sha256 } from '@parley/kernel';
import { countProofFailure } from '@parley/metrics';
import { quoteName, schemaOf } from '@parley/messaging';
import { CheckedReadsRegister, CountedReads, type NoteCheck } from '@parley/processes';
import { sha256, type Recording } from '@parley/event-store';
import type { CheckStatus } from '@parley/telemetry';
import type { DataSource } from 'typeorm';
import type { ServiceWorker } from '../composition/service-worker';
import { checkReads, type CheckedReads, type ReadFinding } from './reads-check';
import { chainOf, type ReadsChain, type WrittenChain } from './reads-chain';

/** Between two turns, and after the start before the first check of a day that another process has not begun. */
const [TURN_MS, FIRST_CHECK_MS] = [60_000, 10 * 60_000];
/**
 * After so long a chain that nobody counted is left over from a process that has ended. It is much longer than a chain:
 * a process that stood still for a while, and was taken for one, would write on into a chain that was counted.
 */
const LEFT_OVER = '1 hour';
const MOST_LEFT = 100;

export interface ReadsKeeperOptions extends Recording {
  readonly database: DataSource;
  readonly clock: Clock;
  readonly onFailure: (failure: unknown) => void;
}

/** The log of reads is not as it was written. */
export class ReadsDamagedError extends Error {
  override readonly name = 'ReadsDamagedError';

  constructor(context: string, { reads, found }: CheckedReads) {
    const first = found
      .slice(0, 20)
      .map(({ kind, chain, n }) => `${kind} ${chain ?? 'in no chain'} ${String(n ?? '')}`);
    super(
      `the log of reads of ${context} is not as it was written: of ${String(reads)} reads, ${String(found.length)} ` +
        `found; first ${first.join(', ')}`,
    );
  }
}

/**
 * Has the head of each chain of a service's log of reads recorded as an event, so that the transparency log covers it,
 * and computes all of them again once a day, in the first process that comes to it (I-40).
 */
export class ReadsKeeper implements ServiceWorker {
  readonly #options: ReadsKeeperOptions;
  readonly #context: string;
  readonly #schema: string;
  readonly #chain: ReadsChain;
  readonly #counts: CountedReads;
  readonly #register: CheckedReadsRegister;
  readonly #startedAt = performance.now();
  #timer: NodeJS.Timeout | undefined;
  #turn: Promise<void> | undefined;
  #failure: string | undefined;
  #day: string | undefined;

  constructor(options: ReadsKeeperOptions) {
    this.#options = options;
    this.#context = schemaOf(options.database.manager);
    this.#schema = quoteName(this.#context);
    this.#chain = chainOf(options.database);
    this.#counts = new CountedReads(options, this.#context);
    this.#register = new CheckedReadsRegister(options, this.#context);
  }

  start(): void {
    this.#timer ??= setInterval(() => {
      this.#turn ??= this.#attempt().finally(() => (this.#turn = undefined));
    }, TURN_MS).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#turn;
  }

  status(): { readonly lastFailure?: string } {
    return this.#failure === undefined ? {} : { lastFailure: this.#failure };
  }

  /** Records the chains that are at their end: those of this process, and those that an ended one has left over. */
  async count(): Promise<void> {
    for (const written of this.#chain.ended()) {
      await this.#count(written);
      this.#chain.counted(written);
    }
    const left = await this.#query<{ chain: string }>(
      `SELECT chain FROM ${this.#schema}.reads_chain WHERE NOT counted AND began_at < now() - $1::interval
       ORDER BY began_at LIMIT ${String(MOST_LEFT)}`,
      [LEFT_OVER],
    );
    for (const { chain } of left) if (!this.#chain.isOwn(chain)) await this.#countLeft(chain);
  }

  /** Checks the whole log of reads now, keeps what it came to, and has it on record where that is news. */
  async check(): Promise<CheckedReads> {
    const { clock, database, onFailure } = this.#options;
    const checked = await checkReads(database, this.#counts);
    await this.#query(
      `INSERT INTO ${this.#schema}.reads_check AS kept (day, checked_at, reads, failed) VALUES ($1, $2, $3, $4)
       ON CONFLICT (day) DO UPDATE SET (checked_at, reads, failed) = (excluded.checked_at, excluded.reads, excluded.failed)`,
      [clock.now().slice(0, 10), clock.now(), checked.reads, checked.found.length],
    );
    if (checked.found.length > 0) {
      countProofFailure('reads');
      onFailure(new ReadsDamagedError(this.#context, checked));
    }
    // Last, so that the alarm stands where the record cannot be written.
    await this.#register.note({ ...faultsIn(checked), at: clock.now() });
    return checked;
  }

  /** Checks it now. @returns the reads that it went over, and how long it took, in seconds */
  async run(): Promise<{ readonly events: number; readonly seconds: number }> {
    const began = performance.now();
    const { reads } = await this.check();
    return { events: reads, seconds: (performance.now() - began) / 1_000 };
  }

  /** The last check, by whichever process. */
  async last(): Promise<CheckStatus> {
    const [last] = await this.#query<{ checked_at: Date; reads: string; failed: number }>(
      `SELECT checked_at, reads, failed FROM ${this.#schema}.reads_check WHERE checked_at IS NOT NULL
       ORDER BY day DESC LIMIT 1`,
    );
    return {
      checkedAt: last ? instantFromMillis(last.checked_at.getTime()) : null,
      checked: Number(last?.reads ?? 0),
      failed: last?.failed ?? 0,
    };
  }

  /** The alarm that stands until a later check finds nothing. */
  async alarms(): Promise<readonly string[]> {
    const { checkedAt, failed } = await this.last();
    return failed === 0
      ? []
      : [
          `the log of reads of ${this.#context} is not as it was written, by the check of ${checkedAt ?? ''}: ` +
            `${String(failed)} found`,
        ];
  }

  async #attempt(): Promise<void> {
    try {
      await this.count();
      if (await this.#claimsDay()) await this.check();
      this.#failure = undefined;
    } catch (failure) {
      this.#failure = `the log of reads was not counted: ${failure instanceof Error ? failure.message : String(failure)}`;
      this.#options.onFailure(failure);
    }
  }

  /** True once a day in one of the processes. A day that began before this process waits for a while. */
  async #claimsDay(): Promise<boolean> {
    const day = this.#options.clock.now().slice(0, 10);
    const isFirst = this.#day === undefined;
    if (this.#day === day || (isFirst && performance.now() - this.#startedAt < FIRST_CHECK_MS)) return false;
    this.#day = day;
    const claimed = await this.#query(
      `INSERT INTO ${this.#schema}.reads_check (day) VALUES ($1) ON CONFLICT DO NOTHING RETURNING 1`,
      [day],
    );
    return claimed.length > 0;
  }

  async #countLeft(chain: string): Promise<void> {
    const [last] = await this.#query<{ n: string; head: Sha256 }>(
      `SELECT n, encode(linked, 'hex') AS head FROM ${this.#schema}.reads WHERE chain = $1 ORDER BY n DESC LIMIT 1`,
      [chain],
    );
    if (last) await this.#count({ chain, reads: Number(last.n) + 1, head: last.head });
    else await this.#noted(chain);
  }

  async #count({ chain, reads, head }: WrittenChain): Promise<void> {
    await this.#counts.count(chain, { reads, head, at: this.#options.clock.now() });
    await this.#noted(chain);
  }

  async #noted(chain: string): Promise<void> {
    await this.#query(`UPDATE ${this.#schema}.reads_chain SET counted = true WHERE chain = $1`, [chain]);
  }

  #query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.#options.database.query<Row[]>(sql, [...values]);
  }
}

/** What anybody may know of a check: how often each kind was found, and a digest of the places. */
function faultsIn({ found }: CheckedReads): Omit<NoteCheck, 'at'> {
  const count = (kind: ReadFinding['kind']): number => found.filter((each) => each.kind === kind).length;
  return {
    ...{ altered: count('altered'), gone: count('gone'), relinked: count('relinked'), unlinked: count('unlinked') },
    places: found.length === 0 ? null : sha256(canonicalJson(found)),
  };
}
