import type { ServiceWorker } from '@parley/http';
import { countProofFailure } from '@parley/metrics';
import { pause } from '@parley/projections';
import { LogHalted } from './log-halted';
import type { LogStep, LogWriter } from './log-writer';
import type { WitnessedPast } from './witnessed-past';

/**
 * Milliseconds from one look to the next. Each covers all that was recorded before it, so half of the two seconds that
 * are promised (I-37) is left for the work. What comes meanwhile waits for the next look, also under load: most of what
 * a checkpoint costs, with the cosignatures of its witnesses, is the same for one event as for a thousand.
 */
export const LOOK_MS = 1_000;
const FAILED_MS = 5_000;

/** Keeps the log level with the record. */
export class LogKeeper implements ServiceWorker {
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;
  #halted: string | undefined;
  /** Whether the witnesses are to be asked before anything is signed: at the start, and while they know better. */
  #isUnsure = true;

  constructor(
    private readonly writer: Pick<LogWriter, 'step'>,
    private readonly past: Pick<WitnessedPast, 'agrees'>,
    private readonly onFailure: (failure: unknown) => void,
    /** Is told that there is a new checkpoint. It must not wait. */
    private readonly onSigned: () => void = () => undefined,
  ) {}

  start(): void {
    this.#running ??= this.#run();
  }

  /** Resolves when the checkpoint in hand is signed. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** Why the log signs nothing more; `undefined` while it does. */
  halted(): string | undefined {
    return this.#halted;
  }

  /** Signs nothing more until the witnesses agree with the log again. */
  halt(halted: LogHalted): void {
    this.#isUnsure = true;
    this.#tell(halted);
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const began = performance.now();
      try {
        const step = await this.#step();
        if (step) this.onSigned();
        this.#halted = undefined;
        if (!step?.isBehind) await pause(Math.max(0, LOOK_MS - (performance.now() - began)), signal);
      } catch (failure) {
        this.#tell(failure);
        await pause(FAILED_MS, signal);
      }
    }
  }

  async #step(): Promise<LogStep | undefined> {
    if (this.#isUnsure) this.#isUnsure = !(await this.past.agrees(this.#stop.signal));
    return this.writer.step();
  }

  /** A log that halts says so once, and is counted once. */
  #tell(failure: unknown): void {
    if (failure instanceof LogHalted) {
      if (this.#halted === failure.message) return;
      this.#halted = failure.message;
      countProofFailure('tree');
    }
    this.onFailure(failure);
  }
}
