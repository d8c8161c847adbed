/**
 * - `unreachable`: nobody answers at the address, or the one who does cannot serve now
 * - `slow`: the answer did not come in time; an append may have been written all the same
 * - `untrusted`: the two could not agree on a secure connection
 * - `refused`: user or password are wrong, or the user may not do it
 */
export type AwayReason = 'unreachable' | 'slow' | 'untrusted' | 'refused';

/** A code of the operating system, so that whoever tells "away, try later" from other errors needs to know no store. */
const CODES: Readonly<Record<AwayReason, string>> = {
  unreachable: 'ECONNREFUSED',
  slow: 'ETIMEDOUT',
  untrusted: 'ECONNREFUSED',
  refused: 'ECONNREFUSED',
};

/** EventStoreDB cannot be worked with just now. The message is one sentence and never holds the password. */
export class EventStoreAwayError extends Error {
  override readonly name = 'EventStoreAwayError';
  readonly code: string;

  constructor(
    readonly reason: AwayReason,
    message: string,
  ) {
    super(message);
    this.code = CODES[reason];
  }

  /** Whether the same call may do in a moment, without anybody having changed a setting. */
  get mayPass(): boolean {
    return this.reason === 'unreachable' || this.reason === 'slow';
  }
}
