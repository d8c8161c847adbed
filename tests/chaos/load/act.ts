/** What a person does in Parley, as it is sent. */
export interface Act {
  readonly user: string;
  readonly path: string;
  readonly body: object;
  /** Context and type of the event by which it stands on record, once: `intake ReplyFiled`. */
  readonly event: string;
}

/** An act that Parley has answered for: from then on it must not be lost. */
export interface AcknowledgedAct extends Act {
  /** Its Idempotency-Key. */
  readonly key: string;
  readonly caseId: string;
  /** How often it had to be sent again because nobody answered, or because who answered could not. */
  readonly again: number;
  /** Of a filing. */
  readonly receipt?: string;
}

/** An act that was refused for good, or that nobody answered for in all the time that it was given. */
export interface FailedAct extends Act {
  readonly key: string;
  readonly why: string;
}
