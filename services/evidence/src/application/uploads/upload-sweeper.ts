import { sweepUploads, type SweepOptions } from './upload-sweep';

const EVERY_MS = 10 * 60 * 1000;

/** Sweeps at the start and every ten minutes. A sweep that fails is tried again at the next turn. */
export class UploadSweeper {
  private timer: NodeJS.Timeout | undefined;
  private sweep: Promise<void> = Promise.resolve();
  private failure: string | undefined;

  constructor(private readonly options: SweepOptions) {}

  start(): void {
    this.turn();
    this.timer = setInterval(() => this.turn(), EVERY_MS).unref();
  }

  /** Resolves when no sweep runs any more. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.sweep;
  }

  status(): { readonly lastFailure?: string } {
    return this.failure === undefined ? {} : { lastFailure: this.failure };
  }

  private turn(): void {
    this.sweep = this.sweep.then(async () => {
      try {
        await sweepUploads(this.options);
        this.failure = undefined;
      } catch (error) {
        this.failure = `uploads are not swept: ${error instanceof Error ? error.message : String(error)}`;
      }
    });
  }
}
