import type { Instant, Sha256 } from '@parley/kernel';

/** A message that a consumer could not handle, or that waits behind one of the same case. */
export interface ParkedMessage {
  /** What of the consumer’s work it is parked in. */
  readonly work: string;
  readonly id: string;
  /** What it holds back: `<context>/<case>` for public events, the stream for a context's own. */
  readonly key: string;
  /** Kind and code of what its handler threw, in no words of it; `null` when it only waits behind an earlier one. */
  readonly reason: string | null;
  readonly tries: number;
  /** SHA-256 of what is kept of it, by which an operator names what is to be dismissed. */
  readonly digest: Sha256;
  readonly parkedAt: Instant;
}
