import type { Clock } from '@parley/kernel';
import { countProofFailure } from '@parley/metrics';
import type { CheckStatus } from '@parley/telemetry';
import { RecordDamagedError, type WalkedRecord } from './record-walk';
import { countOf, type RecordWalks } from './record-walks';

/** What a walk tells of itself, and what it asks, while it is under way. */
export interface WalkWatch {
  readonly isStopped: () => boolean;
  readonly onProgress: (soFar: Pick<WalkedRecord, 'events' | 'found'>) => void;
}

export interface RecordWalkerOptions {
  readonly walks: Pick<RecordWalks, 'keep' | 'last'>;
  /** Goes over every stream of the record; nothing when it was stopped. */
  readonly walk: (watch: WalkWatch) => Promise<WalkedRecord | undefined>;
  readonly clock: Clock;
  /** Tells the operator what was found, by its place in the record. */
  readonly onFailure: (failure: unknown) => void;
}

/** Has the whole record walked over, each night and when an operator asks for it, and keeps what it came to. */
export class RecordWalker {
  #soFar: Pick<WalkedRecord, 'events' | 'found'> | undefined;
  #before: Promise<unknown> = Promise.resolve();
  #isStopped = false;

  constructor(private readonly options: RecordWalkerOptions) {}

  /**
   * One walk at a time, in the order in which they are asked for: of two at once, the one that began first and saw less
   * of the record could end last, and what the other came to would be kept no more.
   * @returns nothing when it was stopped
   */
  walk(): Promise<WalkedRecord | undefined> {
    const walked = this.#before.then(() => this.#walk());
    this.#before = walked.catch(() => undefined);
    return walked;
  }

  async #walk(): Promise<WalkedRecord | undefined> {
    const { walks, walk, clock, onFailure } = this.options;
    this.#soFar = { events: 0, found: {} };
    try {
      const walked = await walk({
        isStopped: () => this.#isStopped,
        onProgress: (soFar) => (this.#soFar = soFar),
      });
      if (!walked) return undefined;
      const walkedAt = clock.now();
      await walks.keep(walkedAt.slice(0, 10), { ...walked, walkedAt });
      if (countOf(walked.found) === 0) return walked;
      countProofFailure('record');
      onFailure(new RecordDamagedError(walked));
      return walked;
    } finally {
      this.#soFar = undefined;
    }
  }

  /** Walks now. @returns the events that it went over, and how long it took, in seconds */
  async run(): Promise<{ readonly events: number; readonly seconds: number }> {
    const began = performance.now();
    const walked = await this.walk();
    if (!walked) throw new Error('the process ended before the record was walked over');
    return { events: walked.events, seconds: (performance.now() - began) / 1_000 };
  }

  /** The last walk over the whole record, as an operator sees it; how far the present one has come, where one is. */
  async status(): Promise<CheckStatus> {
    if (this.#soFar) return statusOf(null, this.#soFar);
    const last = await this.options.walks.last();
    return statusOf(last?.walkedAt ?? null, last ?? { events: 0, found: {} });
  }

  stop(): void {
    this.#isStopped = true;
  }
}

const statusOf = (
  checkedAt: CheckStatus['checkedAt'],
  { events, found }: Pick<WalkedRecord, 'events' | 'found'>,
): CheckStatus => ({ checkedAt, checked: events, failed: countOf(found) });
