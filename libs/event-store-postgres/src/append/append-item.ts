import type { AppendResult, ExpectedRevision, Link, NewEvent, StreamHead, StreamName } from '@parley/event-store';
import type { CommandId } from '@parley/kernel';

/** One append that waits for its batch. */
export interface AppendItem {
  readonly stream: StreamName;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
  readonly commandId: CommandId;
  /** Reading of `performance.now()` when it was handed over: what it waits for others counts too. */
  readonly handedOverAt: number;
  /** How often it was linked to a head that another process had moved on. */
  attempts: number;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

/** An item linked to what is believed to be the head of its stream. */
export interface LinkedItem {
  readonly item: AppendItem;
  readonly links: readonly Link[];
  readonly head: StreamHead | null;
}
