import { randomUUID } from 'node:crypto';
import { together, type Sha256 } from '@parley/kernel';
import { quoteName, schemaOf } from '@parley/messaging';
import type { DataSource } from 'typeorm';
import { linkOf, type ReadSaid } from './linked-reads';

/**
 * A chain is at its end after so many milliseconds, and its head is an event then. Until it is one, who owns the
 * database can cut the chain short. A service in which nobody reads has no chains, and one in which somebody always
 * reads has 144 events of them a day for each process.
 */
const CHAIN_MS = 10 * 60 * 1_000;

/** A chain as far as it is written. */
export interface WrittenChain {
  readonly chain: string;
  readonly reads: number;
  readonly head: Sha256;
}

interface OpenChain {
  readonly chain: string;
  readonly began: number;
  reads: number;
  head: Sha256 | null;
}

/**
 * Writes reads into the log of a service, each linked to the one before it (I-40). Every process has a chain of its
 * own, so that none waits for another, and begins another one after ten minutes. Who reads while a statement is under
 * way is in the next: a chain needs an order, and one statement for all who wait costs less than one for each.
 */
export class ReadsChain {
  readonly #table: string;
  readonly #chains: string;
  readonly #write: (reads: readonly ReadSaid[]) => Promise<void>;
  #open: OpenChain | undefined;
  #isWriting = false;
  #ended: WrittenChain[] = [];

  constructor(
    private readonly database: DataSource,
    private readonly now: () => number = () => performance.now(),
  ) {
    const schema = quoteName(schemaOf(database.manager));
    [this.#table, this.#chains] = [`${schema}.reads`, `${schema}.reads_chain`];
    this.#write = together(async (asked: readonly (readonly ReadSaid[])[]) => {
      await this.#writeAll(asked.flat());
      return asked.map(() => undefined);
    });
  }

  /** Resolves when all of them are on record. */
  async add(reads: readonly ReadSaid[]): Promise<void> {
    if (reads.length > 0) await this.#write(reads);
  }

  /** The chains that are at their end by now, to be counted, until they are `counted`. */
  ended(): readonly WrittenChain[] {
    if (!this.#isWriting) this.#endOld();
    return this.#ended;
  }

  counted({ chain }: Pick<WrittenChain, 'chain'>): void {
    this.#ended = this.#ended.filter((each) => each.chain !== chain);
  }

  /** True of a chain of this process. */
  isOwn(chain: string): boolean {
    return this.#open?.chain === chain || this.#ended.some((each) => each.chain === chain);
  }

  async #writeAll(reads: readonly ReadSaid[]): Promise<void> {
    this.#isWriting = true;
    try {
      this.#endOld();
      if (await this.#writeIn((this.#open ??= await this.#begin()), reads)) return;
      // Somebody else wrote where this chain goes on: it ends as it is known here, and another one begins.
      this.#end();
      await this.#writeIn((this.#open = await this.#begin()), reads);
    } catch (failure) {
      // Nobody knows what was written, so nothing is linked to it. The rows that are there are counted as they stand.
      this.#open = undefined;
      throw failure;
    } finally {
      this.#isWriting = false;
    }
  }

  /** @returns false where a place of the chain was taken, and nothing was written */
  async #writeIn(open: OpenChain, reads: readonly ReadSaid[]): Promise<boolean> {
    let previous = open.head;
    const links = reads.map((read, index) => {
      previous = linkOf(read, { chain: open.chain, n: open.reads + index, previous });
      return previous;
    });
    try {
      await this.#insert(open, reads, links);
    } catch (failure) {
      if (open.reads === 0 || !isTaken(failure)) throw failure;
      return false;
    }
    [open.reads, open.head] = [open.reads + reads.length, previous];
    return true;
  }

  #endOld(): void {
    if (this.#open && this.now() - this.#open.began >= CHAIN_MS) this.#end();
  }

  #end(): void {
    const { chain, reads, head = null } = this.#open ?? {};
    this.#open = undefined;
    if (chain !== undefined && reads !== undefined && head !== null)
      this.#ended = [...this.#ended, { chain, reads, head }];
  }

  async #begin(): Promise<OpenChain> {
    const chain = randomUUID();
    await this.database.query(`INSERT INTO ${this.#chains} (chain, began_at) VALUES ($1, now())`, [chain]);
    return { chain, began: this.now(), reads: 0, head: null };
  }

  async #insert(
    { chain, reads: from }: OpenChain,
    reads: readonly ReadSaid[],
    links: readonly Sha256[],
  ): Promise<void> {
    const said = reads.map((read, index) => ({ ...read, n: from + index, linked: `\\x${links[index] ?? ''}` }));
    await this.database.query(
      `INSERT INTO ${this.#table}
         (case_id, subject, what, tier, person_id, party, roles, purpose, read_at, chain, n, linked)
       SELECT "caseId", subject, what, tier, "personId", party, roles, purpose,
           to_timestamp(0) + at * interval '1 millisecond', $2, n, linked
         FROM jsonb_to_recordset($1::jsonb) AS each ("caseId" uuid, subject text, what text, tier text, "personId" text,
           party text, roles text[], purpose text, at bigint, n bigint, linked bytea) ORDER BY n`,
      [JSON.stringify(said), chain],
    );
  }
}

const isTaken = (failure: unknown): boolean =>
  failure instanceof Error && 'code' in failure && failure.code === '23505';

const chains = new WeakMap<DataSource, ReadsChain>();

/** The one chain of a service in this process. */
export function chainOf(database: DataSource): ReadsChain {
  const chain = chains.get(database) ?? new ReadsChain(database);
  chains.set(database, chain);
  return chain;
}
