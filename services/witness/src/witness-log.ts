/** What a witness counts, and what its person should look after. */
export class WitnessLog {
  readonly #answers = new Map<number, number>();
  readonly #faults = new Map<string, string>();
  readonly #says: (line: string) => void;

  constructor(says: (line: string) => void) {
    this.#says = says;
  }

  answered(status: number): void {
    this.#answers.set(status, (this.#answers.get(status) ?? 0) + 1);
  }

  /** Runs what may fail. What fails is said once, and stands in the readiness until it goes well again. */
  async tries(what: string, doing: () => Promise<void>): Promise<void> {
    try {
      await doing();
      if (this.#faults.delete(what)) this.#says(`${what}: well again`);
    } catch (error) {
      const reason = reasonOf(error);
      if (this.#faults.get(what) !== reason) this.#says(`${what}: ${reason}`);
      this.#faults.set(what, reason);
    }
  }

  /** What is amiss, by what was tried. */
  faults(): readonly { readonly check: string; readonly reason: string }[] {
    return [...this.#faults].map(([check, reason]) => ({ check, reason }));
  }

  /** How often each status was answered to who handed in a checkpoint. */
  answers(): readonly (readonly [number, number])[] {
    return [...this.#answers];
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
