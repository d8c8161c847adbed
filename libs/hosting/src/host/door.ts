import { isRead, ProblemError, problemCatalogue, type Admission } from '@parley/http';
import { pause } from '@parley/projections';

/** Questions about health are always answered. */
const PASSES = /^\/(healthz|readyz)$/;

/** Seconds after which another instance, or this one, may be asked again. */
const RETRY_AFTER = '1';

/**
 * Lets requests in while the service serves, and refuses them with 503 before and after. It knows when those inside
 * have left.
 */
export class Door implements Admission {
  readonly #inside = new Set<object>();
  #reason: string | undefined;
  #left: () => void = () => undefined;
  #actsRefused: () => boolean = () => false;

  /** @param reason why it is closed at first, as a sentence that anybody may read */
  constructor(reason: string) {
    this.#reason = reason;
  }

  /** Why it is closed, or `undefined` when it is open. */
  get reason(): string | undefined {
    return this.#reason;
  }

  open(): void {
    this.#reason = undefined;
  }

  /**
   * Lets reads in and refuses acts as long as a condition holds, for instance while it is unsure whose the database is.
   */
  refuseActsWhile(isSo: () => boolean): void {
    this.#actsRefused = isSo;
  }

  /** Resolves when nobody is inside any more. */
  async close(reason: string): Promise<void> {
    this.#reason = reason;
    if (this.#inside.size > 0) await new Promise<void>((resolve) => (this.#left = resolve));
  }

  async enter(request: { readonly method: string; readonly path: string }): Promise<void> {
    if (PASSES.test(request.path)) return;
    if (this.#reason !== undefined || (this.#actsRefused() && !isRead(request.method)))
      throw new ProblemError(problemCatalogue.unavailable, [], { connection: 'close', 'retry-after': RETRY_AFTER });
    this.#inside.add(request);
  }

  leave(request: object): void {
    this.#inside.delete(request);
    if (this.#inside.size === 0) this.#left();
  }
}

/** Seconds of a stop that are kept for closing; at most half of the stop. */
const CLOSING_SECONDS = 5;

/** Waits for those inside, but leaves time for closing. */
export async function drained(left: Promise<void>, seconds: number): Promise<void> {
  const enough = new AbortController();
  await Promise.race([left, pause(Math.max(seconds - CLOSING_SECONDS, seconds / 2) * 1_000, enough.signal)]);
  enough.abort();
}
