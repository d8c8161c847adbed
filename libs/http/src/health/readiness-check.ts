/** Something that has to work before the process takes work. */
export interface ReadinessCheck {
  /** Shown in the answer: `event-store`. */
  readonly name: string;
  /** @returns why it is not ready, as a sentence, or `undefined` when it is */
  check(): Promise<string | undefined>;
  /**
   * @returns what somebody should look after though the process takes work, as a sentence that anybody may read, or
   * `undefined`
   */
  degraded?(): Promise<string | undefined>;
}
