import type { AcknowledgedAct, FailedAct } from './act';

/** The acts under load and their outcomes, with which the checker compares the record. */
export class ActLedger {
  readonly #acknowledged: AcknowledgedAct[] = [];
  readonly #failed: FailedAct[] = [];
  readonly #touched = new Set<string>();

  acknowledge(act: AcknowledgedAct): void {
    this.#acknowledged.push(act);
    this.#touched.add(act.caseId);
  }

  fail(act: FailedAct): void {
    this.#failed.push(act);
  }

  get acknowledged(): readonly AcknowledgedAct[] {
    return this.#acknowledged;
  }

  get failed(): readonly FailedAct[] {
    return this.#failed;
  }

  /** How often something had to be sent again, so far. */
  get retries(): number {
    return this.#acknowledged.reduce((sum, { again }) => sum + again, 0);
  }

  /** The cases in which an act was acknowledged since the last call. */
  takeTouched(): readonly string[] {
    const touched = [...this.#touched];
    this.#touched.clear();
    return touched;
  }
}
