import type { ServiceWorker } from '@parley/http';
import { backoffMillis, pause } from '@parley/projections';
import { LogAttester, type LogAttesterOptions } from './log-attester';

/** Milliseconds between two looks where nobody wakes it, and between two looks at what the witnesses publish. */
const [LOOK_MS, SPLIT_MS] = [1_000, 10_000];
/** Milliseconds for which a witness may fail before that is told: it may only be starting. */
const TOLD_MS = 30_000;

interface Trouble {
  readonly since: number;
  readonly failures: number;
  readonly notBefore: number;
  readonly isTold: boolean;
}

/**
 * Works beside the keeper of the log, which tells it of each new checkpoint. Neither an append nor a checkpoint waits
 * for a witness (I-38).
 */
export class AttesterWorker implements ServiceWorker {
  readonly #stop = new AbortController();
  readonly #attester: LogAttester;
  readonly #troubles = new Map<string, Trouble>();
  #rest = new AbortController();
  #isWoken = false;
  #splitsReadAt = -Infinity;
  #running: Promise<void> | undefined;

  /** @param onLook is called after each look that may have found something */
  constructor(
    private readonly options: LogAttesterOptions,
    private readonly onLook: () => Promise<void>,
  ) {
    this.#attester = new LogAttester(options, this.#stop.signal);
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Ends what is under way with the witnesses. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** Says that there is a new checkpoint. */
  wake(): void {
    this.#isWoken = true;
    this.#rest.abort();
  }

  /** How many things with the witnesses have gone on failing. */
  failing(): number {
    return [...this.#troubles.values()].filter(({ isTold }) => isTold).length;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      this.#isWoken = false;
      try {
        const isNew = await this.#attester.offerNewest(this.#trying);
        const isTime = performance.now() - this.#splitsReadAt >= SPLIT_MS;
        if (isTime) {
          this.#splitsReadAt = performance.now();
          await this.#attester.readSplits(this.#trying);
        }
        if (isNew || isTime) await this.onLook();
      } catch (failure) {
        // Stopping ends what is under way.
        if (!this.#isStopped()) this.options.onFailure(failure);
      }
      await this.#restUntilWoken();
    }
  }

  async #restUntilWoken(): Promise<void> {
    this.#rest = new AbortController();
    if (!this.#isWoken) await pause(LOOK_MS, AbortSignal.any([this.#stop.signal, this.#rest.signal]));
  }

  /** Tries again later each time, and tells of it once where it goes on failing. */
  readonly #trying = async (what: string, doing: () => Promise<void>): Promise<void> => {
    const before = this.#troubles.get(what);
    const began = performance.now();
    if (before && began < before.notBefore) return;
    try {
      await doing();
      this.#troubles.delete(what);
    } catch (failure) {
      if (this.#isStopped()) return;
      const { since, failures } = before ?? { since: began, failures: 0 };
      const isTold = performance.now() - since >= TOLD_MS;
      if (isTold && !before?.isTold) this.options.onFailure(new Error(`${what} fails`, { cause: failure }));
      const notBefore = performance.now() + backoffMillis(failures + 1);
      this.#troubles.set(what, { since, failures: failures + 1, notBefore, isTold });
    }
  };

  #isStopped(): boolean {
    return this.#stop.signal.aborted;
  }
}
