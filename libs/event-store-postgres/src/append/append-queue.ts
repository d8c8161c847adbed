import type { AppendResult, ExpectedRevision, Link, NewEvent, StreamHead, StreamName } from '@parley/event-store';
import type { CommandId } from '@parley/kernel';

/** One append that waits for its batch. */
export interface AppendItem {
  readonly stream: StreamName;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
  readonly commandId: CommandId;
  /** Reading of `performance.now()` when it was handed over. The time that it waits for others counts too. */
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

/** Bounds what one transaction holds; beyond about 100 items a larger batch is no quicker per item. */
const MOST_ITEMS = 256;
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * The items that wait for their batch. An item is linked to its stream's head as it comes, while the database works on
 * the batch before. An item whose stream is still being written to is linked when its turn comes, because it needs the
 * commitment of that write.
 */
export class AppendQueue {
  #waiting: (AppendItem | LinkedItem)[] = [];
  /** How many items of each stream wait or are in flight. */
  readonly #busy = new Map<string, number>();

  /** @param link `null` for an item that it has rejected */
  constructor(private readonly link: (item: AppendItem) => LinkedItem | null) {}

  get length(): number {
    return this.#waiting.length;
  }

  add(item: AppendItem): void {
    const others = this.#busy.get(item.stream) ?? 0;
    const entry = others > 0 ? item : this.link(item);
    if (entry === null) return;
    this.#busy.set(item.stream, others + 1);
    this.#waiting.push(entry);
  }

  /** Puts an item back to the front, to be linked anew: its stream was not where it was believed to be. */
  again(item: AppendItem): void {
    this.#busy.set(item.stream, (this.#busy.get(item.stream) ?? 0) + 1);
    this.#waiting.unshift(item);
  }

  /** The next batch, of at most so many items. A stream that comes twice waits for the one after. */
  take(most = MOST_ITEMS): readonly LinkedItem[] {
    const batch: LinkedItem[] = [];
    const later: (AppendItem | LinkedItem)[] = [];
    const streams = new Set<string>();
    let bytes = 0;
    for (const entry of this.#waiting) {
      const item = 'item' in entry ? entry.item : entry;
      if (batch.length >= most || bytes >= MOST_BYTES || streams.has(item.stream)) {
        later.push(entry);
        continue;
      }
      const linked = 'item' in entry ? entry : this.link(entry);
      if (linked === null) {
        this.done(item);
        continue;
      }
      streams.add(item.stream);
      for (const { event, header } of linked.links) bytes += event.payload.byteLength + header.length;
      batch.push(linked);
    }
    this.#waiting = later;
    return batch;
  }

  /** Takes note that an item of a batch was answered, or is about to come again. */
  done(item: AppendItem): void {
    const others = (this.#busy.get(item.stream) ?? 1) - 1;
    if (others === 0) this.#busy.delete(item.stream);
    else this.#busy.set(item.stream, others);
  }
}
