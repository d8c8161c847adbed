import type { Instant, Sha256 } from '@parley/kernel';

/**
 * Says in the log that a message is parked. Its case stands still until the message is handled. The cause is what its
 * handler threw last.
 */
export class MessageParkedError extends Error {
  override readonly name = 'MessageParkedError';

  constructor(group: string, id: string, tries: number, cause: unknown) {
    super(`message ${id} is parked in ${group} after ${tries} tries`, { cause });
  }
}

/** A message that a consumer could not handle, or that waits behind one of the same case. */
export interface ParkedMessage {
  /** The kind of the consumer's work in which it is parked. */
  readonly work: string;
  readonly id: string;
  /** What it holds back: `<context>/<case>` for public events, the stream for a context's own. */
  readonly key: string;
  /** Kind and code of what its handler threw, without its words; `null` when it only waits behind an earlier one. */
  readonly reason: string | null;
  readonly tries: number;
  /** SHA-256 of what is kept of it. With this an operator names what is to be dismissed. */
  readonly digest: Sha256;
  readonly parkedAt: Instant;
}
