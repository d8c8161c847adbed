import {
  PositionBeyondHeadError,
  UnreadableEventError,
  faultOf,
  type ChainFault,
  type EventStore,
  type Page,
  type Position,
  type RecordedEvent,
  type StreamName,
} from '@parley/event-store';

/** An event of the record that is not as it should be, for whoever keeps the record. */
export interface Finding {
  readonly kind: FindingKind;
  /** The stream and revision of the event, or its place in the store or in the transparency log. */
  readonly subject: string;
}

/**
 * What can be wrong with an event where it stands, between it and its entry in the transparency log, or with what it
 * names. `unfounded`: its cause or a fact on which it was decided is not there. `undue`: the deadline whose default it
 * is did not run, or was not over. `unasked`: its id is not one of the command that it names.
 */
export type FindingKind =
  ChainFault | 'unreadable' | 'gone' | 'unlogged' | 'log-differs' | 'unfounded' | 'undue' | 'unasked';

/** How often each kind was found; kinds that were not are left out. */
export type Findings = Readonly<Partial<Record<FindingKind, number>>>;

/** What a walk over the whole record came to. */
export interface WalkedRecord {
  readonly events: number;
  readonly found: Findings;
  /** The first of what was found. Streams have the ids of cases in their names, so it is not for everybody. */
  readonly first: readonly Finding[];
}

/** Counts what is found, and keeps the first of it. */
export class FindingCount {
  readonly #first: Finding[] = [];
  readonly #found = new Map<FindingKind, number>();

  add(kind: FindingKind, subject: string): void {
    if (this.#first.length < MOST_KEPT) this.#first.push({ kind, subject });
    this.#found.set(kind, (this.#found.get(kind) ?? 0) + 1);
  }

  soFar(): Findings {
    return Object.fromEntries(this.#found);
  }

  of(events: number): WalkedRecord {
    return { events, found: this.soFar(), first: this.#first };
  }
}

/** The record is not as it was written. */
export class RecordDamagedError extends Error {
  override readonly name = 'RecordDamagedError';

  constructor({ events, found, first }: WalkedRecord) {
    const kinds = Object.entries(found).map(([kind, count]) => `${kind} ${String(count)}`);
    const subjects = first.map(({ kind, subject }) => `${subject} (${kind})`);
    super(
      `the record is not as it was written: of ${String(events)} events, ${kinds.join(', ')}; first ${subjects.join(', ')}`,
    );
  }
}

const MOST_KEPT = 50;
/** Events that are in memory at once, whatever the record holds. */
const PAGE = 500;

/** The place of an event, for whoever keeps the record. */
export const subjectOf = ({ stream, revision }: RecordedEvent): string => `${stream} revision ${String(revision)}`;

/**
 * Goes over all events in the one order of the store, a page at a time, and looks at each one's stream by its name: so
 * it finds an event that stands under another name, too. No more of a stream is read than the page has of it, and the
 * one before.
 * @param until the position at which it ends
 */
export async function* soundPages(
  store: EventStore,
  { after, until }: { readonly after: Position; readonly until: Position },
  found: FindingCount,
): AsyncGenerator<readonly RecordedEvent[]> {
  for (let at = after; store.compare(at, until) < 0;) {
    const { events, position, caughtUp } = await readBehind(store, at, until, found);
    const within = events.filter((event) => store.compare(event.position, until) <= 0);
    for (const [stream, own] of Map.groupBy(within, (event) => event.stream))
      await checkChain(store, stream as StreamName, own, found);
    yield within;
    // What was taken away from the end of the record is not there to come to.
    if (caughtUp) return;
    at = position;
  }
}

/** A page, and what in it cannot be read is found. */
async function readBehind(store: EventStore, after: Position, until: Position, found: FindingCount): Promise<Page> {
  try {
    const page = await store.readAll({ after, limit: PAGE, setsAside: true });
    for (const { position } of page.unreadable ?? [])
      if (store.compare(position, until) <= 0) found.add('unreadable', `position ${position}`);
    return page;
  } catch (error) {
    if (error instanceof PositionBeyondHeadError) return { events: [], position: after, caughtUp: true };
    throw error;
  }
}

/** Checks a run of events of one stream, in the order of the store, against what its name gives. */
async function checkChain(
  store: EventStore,
  stream: StreamName,
  events: readonly RecordedEvent[],
  found: FindingCount,
): Promise<void> {
  const from = Math.max(0, Math.min(...events.map(({ revision }) => revision)) - 1);
  const named = await readNamed(store, stream, from, events.length + 1);
  const byRevision = new Map(named.map((event) => [event.revision, event]));
  for (const event of events) {
    const { revision, position } = event;
    const previous = revision === 0 ? null : byRevision.get(revision - 1)?.commitment;
    const isThere = byRevision.get(revision)?.position === position;
    const fault = isThere ? faultOf(event, { stream, revision, previous }) : 'misnamed';
    if (fault) found.add(fault, subjectOf(event));
  }
}

/** What a name gives; nothing where that cannot be read, which the walk finds by its place. */
async function readNamed(
  store: EventStore,
  stream: StreamName,
  from: number,
  limit: number,
): Promise<readonly RecordedEvent[]> {
  try {
    return await store.read(stream, { from, limit });
  } catch (error) {
    if (error instanceof UnreadableEventError) return [];
    throw error;
  }
}
