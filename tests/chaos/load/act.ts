/** An act of a person in Parley, as it is sent. */
export interface Act {
  readonly user: string;
  readonly path: string;
  readonly body: object;
  /** Context and type of the one event by which it stands on record: `intake ReplyFiled`. */
  readonly event: string;
}

/** An act that Parley has acknowledged. From then on it must not be lost. */
export interface AcknowledgedAct extends Act {
  /** Its Idempotency-Key. */
  readonly key: string;
  readonly caseId: string;
  /**
   * How often it had to be sent again because nobody answered, or because the process that answered could not do it.
   */
  readonly again: number;
  /** Receipt of a filing. */
  readonly receipt?: string;
}

/** An act that was refused for good, or that was not acknowledged in the time that it was given. */
export interface FailedAct extends Act {
  readonly key: string;
  readonly why: string;
}
