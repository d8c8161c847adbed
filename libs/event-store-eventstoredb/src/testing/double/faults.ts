/** What can be made to go wrong with a double; everything is well at first. */
export interface Faults {
  /** Appends that are written, and whose answer never comes. */
  unansweredAppends: number;
  /** Appends that are dropped without a word, as the server does with a repeated one that is not replicated yet. */
  droppedAppends: number;
  /** Subscriptions opened from now on never say anything. */
  muteSubscriptions: number;
  /** Milliseconds before each answer and each message. */
  delayMs: number;
  /** The same for the messages of subscriptions only. */
  messageDelayMs: number;
  /** Checkpoints of releases that told the end of the log as considered, and one beyond everything. */
  wrongCheckpoints: boolean;
}

export const noFaults = (): Faults => ({
  unansweredAppends: 0,
  droppedAppends: 0,
  muteSubscriptions: 0,
  delayMs: 0,
  messageDelayMs: 0,
  wrongCheckpoints: false,
});
