import type { NamedFiles } from '@parley/blobs';
import type { EventStore } from '@parley/event-store';
import { millisOf, type Clock } from '@parley/kernel';
import {
  CHECKPOINT_PATH,
  checkFiles,
  cosignText,
  formatCheckpoint,
  formatNote,
  growLog,
  LogRefused,
  nodeChecks,
  readEntries,
  signText,
  TiledTree,
  tilePath,
  verifyConsistency,
} from '@parley/transparency';
import { coverEvents, type Covered } from './cover-events';
import { LogHalted } from './log-halted';
import type { KeptCheckpoints, PlannedCheckpoint, SignedCheckpoint } from './log-checkpoints';
import type { LogSecrets } from './log-secrets';

const { digest } = nodeChecks;

/** What a checkpoint adds is a multiple of so many entries, so that they do not count what is sealed. */
const FILLED_TO = 16;
/** Events of one checkpoint at most, of which the entries are in memory. */
const MOST_EVENTS = 2_000;

export interface LogWriterOptions {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly files: NamedFiles;
  readonly checkpoints: KeptCheckpoints;
  readonly secrets: LogSecrets;
}

/** What a step did. */
export interface LogStep {
  /** Whether there is more to do at once. */
  readonly isBehind: boolean;
}

/**
 * Writes the log, one checkpoint after the other. A plan is kept in the database before anything else is done, and
 * everything after it follows from it: so a process that is killed at any point is followed by one that does the same
 * once more, and two at a time write the same bytes. A signature is made only for what the files name as the head of
 * this number, and they name one alone.
 */
export class LogWriter {
  #checkedLast = false;

  constructor(private readonly options: LogWriterOptions) {}

  /**
   * Goes on with what was planned, or plans what comes next.
   * @returns nothing when there was nothing to do
   * @throws LogHalted when the log may not go on
   */
  async step(): Promise<LogStep | undefined> {
    const { checkpoints, store } = this.options;
    const last = await checkpoints.last();
    if (last?.note === null) {
      await this.#finish(last, await this.#before(last), await this.#coveredBy(last));
      return { isBehind: true };
    }
    if (!(await this.#isLevel(last))) return { isBehind: true };
    const next = await coverEvents(this.options, last?.until ?? store.start, MOST_EVENTS);
    if (next.entries.length === 0) return undefined;
    const plan = this.#planOf(next, last);
    const isPlanned = await checkpoints.plan(plan);
    if (isPlanned) await this.#finish(plan, last, next);
    return { isBehind: !isPlanned || plan.events === MOST_EVENTS };
  }

  async #before({ n }: PlannedCheckpoint): Promise<SignedCheckpoint | undefined> {
    const before = n > 1 ? await this.options.checkpoints.at(n - 1) : undefined;
    return before?.note == null ? undefined : before;
  }

  /**
   * Looks whether files, database and event store are of the same moment.
   * @returns false when another process has planned meanwhile
   */
  async #isLevel(last: SignedCheckpoint | undefined): Promise<boolean> {
    const { files, checkpoints, store } = this.options;
    const next = (last?.n ?? 0) + 1;
    if (last && textOf(await files.read(headPath(last.n))) !== this.#head(last))
      throw new LogHalted('files', headPath(last.n));
    if (await files.read(headPath(next))) {
      if (await checkpoints.at(next)) return false;
      throw new LogHalted('database', headPath(next));
    }
    if (!last) return true;
    if (store.compare(await store.head(), last.until) < 0) throw new LogHalted('store', `checkpoint ${String(last.n)}`);
    if (!this.#checkedLast) await this.#checkEntries(last);
    this.#checkedLast = true;
    if (textOf(await files.read(CHECKPOINT_PATH)) !== last.note) await this.#publish();
    return true;
  }

  /** Whether the events of a checkpoint still give its entries. */
  async #checkEntries(last: SignedCheckpoint): Promise<void> {
    const entries = this.#filled(last, await this.#coveredBy(last));
    for (let index = last.first - (last.first % 256); index < last.size; index += 256) {
      const kept = await readEntries(this.#read, index / 256, last.size);
      for (const [at, entry] of kept.entries()) {
        const given = entries[index + at - last.first];
        if (given && !Buffer.from(given).equals(entry)) throw new LogHalted('store', `entry ${String(index + at)}`);
      }
    }
  }

  #planOf({ entries, until, newest }: Covered, last: SignedCheckpoint | undefined): PlannedCheckpoint {
    const { clock, store } = this.options;
    const first = last?.size ?? 0;
    return {
      n: (last?.n ?? 0) + 1,
      after: last?.until ?? store.start,
      until,
      events: entries.length,
      first,
      size: first + Math.ceil(entries.length / FILLED_TO) * FILLED_TO,
      // A time is in seconds: the next one, so that it is not before what was recorded within this one.
      seconds: Math.max(Math.ceil(Math.max(millisOf(clock.now()), newest) / 1_000), last?.seconds ?? 0),
    };
  }

  /** @throws LogHalted when the store does not have the events any more that a checkpoint covers */
  async #coveredBy({ n, after, until, events }: PlannedCheckpoint): Promise<Covered> {
    const covered = await coverEvents(this.options, after, events);
    if (covered.entries.length !== events || covered.until !== until)
      throw new LogHalted('store', `checkpoint ${String(n)}`);
    return covered;
  }

  /** The entries of a checkpoint, with its blanks. */
  #filled({ first, size }: PlannedCheckpoint, { entries }: Covered): readonly Uint8Array[] {
    const { secrets } = this.options;
    const blanks = Array.from({ length: size - first - entries.length }, (_, at) => first + entries.length + at);
    return [...entries, ...blanks.map((index) => secrets.blankAt(index).entry)];
  }

  async #finish(plan: PlannedCheckpoint, before: SignedCheckpoint | undefined, covered: Covered): Promise<void> {
    const { files, checkpoints } = this.options;
    const { n, first, size } = plan;
    if (before && textOf(await files.read(headPath(before.n))) !== this.#head(before))
      throw new LogHalted('files', headPath(before.n));
    const grown = await growLog(this.#read, first, this.#filled(plan, covered), digest);
    const fresh = new Map(grown.map(({ path, bytes }) => [path, bytes]));
    const root = await new TiledTree((path) => fresh.get(path) ?? this.#read(path), size, digest).root();
    const head = this.#head({ ...plan, root });
    // Nothing is written over the files of a later moment.
    const named = await files.read(headPath(n));
    if (named && textOf(named) !== head) throw new LogHalted('database', headPath(n));
    for (const { path, bytes } of grown) await files.write(path, bytes);
    await this.#checkGrowth(before, { first, size, root });
    if (!(await files.create(headPath(n), Buffer.from(head))) && textOf(await files.read(headPath(n))) !== head)
      throw new LogHalted('database', headPath(n));
    await checkpoints.sign(n, root, await this.#signed({ ...plan, root }));
    await this.#publish();
  }

  /** Hashes again what now lies in storage, and that it extends what was signed last. */
  async #checkGrowth(
    before: SignedCheckpoint | undefined,
    { first, size, root }: { readonly first: number; readonly size: number; readonly root: Uint8Array },
  ): Promise<void> {
    const found = await checkFiles(digest, { read: this.#read, size, from: first });
    if (!Buffer.from(found).equals(root)) throw new LogRefused('root-differs', `size ${String(size)}`);
    if (!before) return;
    const proof = await new TiledTree(this.#read, size, digest).consistency(first);
    await verifyConsistency(digest, before, { size, root }, proof);
  }

  async #signed(checkpoint: PlannedCheckpoint & { readonly root: Uint8Array }): Promise<string> {
    const { secrets } = this.options;
    const text = formatCheckpoint({ ...checkpoint, origin: secrets.origin });
    return formatNote(text, [
      await signText(await secrets.log(), text),
      await cosignText(await secrets.time(), text, checkpoint.seconds),
    ]);
  }

  /** Writes the newest checkpoint where everybody looks for it. A slower process never leaves an older one there. */
  async #publish(): Promise<void> {
    const { files, checkpoints } = this.options;
    for (let written: string | undefined; ;) {
      const newest = await checkpoints.newest();
      if (!newest || newest.note === written) return;
      await files.write(CHECKPOINT_PATH, Buffer.from(newest.note));
      written = newest.note;
    }
  }

  /** What the files name as the checkpoint of a number. */
  #head({ size, root, seconds }: Pick<SignedCheckpoint, 'size' | 'root' | 'seconds'>): string {
    return `${formatCheckpoint({ origin: this.options.secrets.origin, size, root })}time ${String(seconds)}\n`;
  }

  readonly #read = (path: string) => this.options.files.read(path);
}

const textOf = (bytes: Uint8Array | undefined): string | undefined =>
  bytes === undefined ? undefined : Buffer.from(bytes).toString();

/** Where the files name the head of a number: one file for each, written once. */
export const headPath = (n: number): string =>
  tilePath({ level: 'entries', index: n, width: 256 }).replace('tile/entries', 'heads');
