import type { RecordedEvent } from '@parley/event-store';

/**
 * That an event stands in a stream which is not the reader's to read. It holds nothing of what the event says: no
 * type, id, instant or person, and neither its salt nor its place in the log, since these would tell when it was.
 */
export interface Stub {
  readonly stream: string;
  readonly revision: number;
  /** Commitment of the event before it; `null` for the first. */
  readonly previous: string | null;
  /** Its own commitment: the SHA-256 of its header, which is not shown. */
  readonly commitment: string;
}

/** The last event of a stream that the reader reads. */
export type StreamHead = Omit<Stub, 'previous'>;

interface Outline {
  readonly stubs: Stub[];
  /** Unread events behind the last one that is read. */
  waiting: Stub[];
  head?: StreamHead;
}

/**
 * What is told of the streams of a case beside the events that the reader reads: stubs of the others, and the heads.
 *
 * A stub is told only when an event that the reader reads follows it in its stream, whose header counts it and leads
 * back to it anyway. So it tells nothing more than that something was recorded between two events of that stream. What
 * stands behind the last event that is read is not counted: it may be a text of the panel (I-14) or what is a side's
 * own (I-76). Of a stream in which the reader reads nothing not even the name is told.
 */
export class StreamOutlines {
  readonly #streams = new Map<string, Outline>();

  /** Takes the events of each stream in their order. */
  add({ stream, revision, previous, commitment }: RecordedEvent, isRead: boolean): void {
    const outline = this.#streams.get(stream) ?? { stubs: [], waiting: [] };
    this.#streams.set(stream, outline);
    if (!isRead) {
      outline.waiting.push({ stream, revision, previous, commitment });
      return;
    }
    outline.stubs.push(...outline.waiting);
    outline.waiting = [];
    outline.head = { stream, revision, commitment };
  }

  /** Stream by stream in the order of their names, so that the order of the store places none of them. */
  stubs(): readonly Stub[] {
    return this.#byName().flatMap(({ stubs }) => stubs);
  }

  /** One for each stream of which the reader reads anything, by name. */
  heads(): readonly StreamHead[] {
    return this.#byName().flatMap(({ head }) => (head ? [head] : []));
  }

  #byName(): readonly Outline[] {
    return [...this.#streams].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, outline]) => outline);
  }
}
