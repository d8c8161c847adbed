/** A public event as it stands in a topic. */
export interface ToldMessage {
  readonly context: string;
  readonly partition: number;
  readonly offset: bigint;
  readonly id: string;
  /** The case. */
  readonly subject: string;
  /** Last part of its type: `CaseRegistered`. */
  readonly name: string;
  readonly time: string;
  readonly recordedAt: string;
}
