import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';
import { begunAfter } from './begun-after';

/** The services for whose work a front waits, as one. */
export interface FollowedServices {
  /** Where the record ends now. */
  head(): Promise<string>;
  /** Resolves when each of them has told what it recorded before the call, and dealt with what it was told. */
  idle(): Promise<void>;
}

/**
 * So often what was recorded meanwhile is followed, too: an act, what other services record because of it, and what is
 * recorded because of that. While others keep acting the record never rests, so there is a last time.
 */
const ROUNDS = 4;
/** Milliseconds that anybody waits at most. */
export const MOST_PATIENCE_MS = 5_000;
/** Seconds after which an act may be sent again that was refused before all was heard. */
const RETRY_SOON = '1';

/** Knows whether what follows from the acts on record, in any service, is recorded and shown. */
export class FollowThrough {
  /** Where the record ended when all was done that followed from it. */
  #done: string | undefined;
  readonly #follow: () => Promise<void>;

  constructor(private readonly services: FollowedServices) {
    this.#follow = begunAfter(() => this.#rounds());
  }

  /** What was done by now, to be compared later. */
  mark(): string | undefined {
    return this.#done;
  }

  /**
   * Waits until what follows from all that was recorded before the call is done.
   * @returns whether it was in time; not where a service does not answer
   */
  async wait(patienceMs: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, patienceMs, false);
    });
    const done = this.#follow().then(
      () => true,
      () => false,
    );
    try {
      return await Promise.race([done, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Whether a refusal stands. It does when all that was on record had been done when its act came in. Else this waits
   * until it is, and the act is to be decided again.
   * @param mark of when the act came in
   * @throws ProblemError 503 `not-yet` when that takes too long
   */
  async stands(mark: string | undefined): Promise<boolean> {
    if (mark !== undefined && (await this.services.head().catch(() => undefined)) === mark) return true;
    if (await this.wait(MOST_PATIENCE_MS)) return false;
    throw new ProblemError(problemCatalogue.notYet, [], { 'retry-after': RETRY_SOON });
  }

  async #rounds(): Promise<void> {
    for (let round = 0; round < ROUNDS; round++) {
      const head = await this.services.head();
      if (head === this.#done) return;
      await this.services.idle();
      if ((await this.services.head()) === head) {
        this.#done = head;
        return;
      }
    }
  }
}

/** The `FollowThrough` of a process that is a front. */
export const FOLLOW_THROUGH = Symbol('parley.follow-through');

const OF_THE_PLATFORM: ReadonlySet<string> = new Set(Object.values(problemCatalogue).map(({ code }) => code));

/** Whether a problem may come of something that was recorded and not yet heard where an act was decided. */
export const mayBeEarly = (code: string): boolean =>
  code === problemCatalogue.notFound.code || !OF_THE_PLATFORM.has(code);
