import { backoffMillis, pause } from '@parley/projections';
import { NotReadyError } from '../process/start-error';

/** Tries the steps before a service can serve, each as often as it takes, and says meanwhile what it waits for. */
export class Waits {
  #waitingFor: { readonly check: string; readonly reason: string } | undefined;

  /**
   * @param signal ends the waiting
   * @param say tells the person at the terminal each new reason, with the error
   */
  constructor(
    private readonly signal: AbortSignal,
    private readonly say: (sentence: string) => void,
  ) {}

  /** What it waits for, in a sentence that anybody may read. */
  get waitingFor(): { readonly check: string; readonly reason: string } | undefined {
    return this.#waitingFor;
  }

  /**
   * @param check the step, as readiness names it
   * @param reason why it is not ready, given when the error is not for everybody
   * @throws when the signal comes first
   */
  async until<T>(check: string, reason: string, act: () => Promise<T>): Promise<T> {
    let said: string | undefined;
    for (let tries = 1; ; tries++) {
      this.signal.throwIfAborted();
      try {
        const done = await act();
        this.#waitingFor = undefined;
        return done;
      } catch (error) {
        this.#waitingFor = { check, reason: error instanceof NotReadyError ? error.message : reason };
        const sentence = messageOf(error);
        if (sentence !== said) this.say(`waits for ${check}: ${sentence}.`);
        said = sentence;
        await pause(backoffMillis(tries), this.signal);
      }
    }
  }
}

const messageOf = (error: unknown): string =>
  error instanceof AggregateError
    ? error.errors.map((each: Error) => each.message).join(', ')
    : error instanceof Error
      ? error.message
      : String(error);
