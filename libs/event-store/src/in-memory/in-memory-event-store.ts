import { setMaxListeners } from 'node:events';
import type { Clock, CommandId } from '@parley/kernel';
import { passesCategories } from '../category-filter';
import { eventsOfCommand } from '../command-events';
import type { NewEvent, Position, RecordedEvent } from '../envelope';
import type {
  AppendResult,
  EventStore,
  ExpectedRevision,
  FollowOptions,
  Page,
  ReadAllOptions,
  ReadOptions,
} from '../event-store';
import { meetsExpectation } from '../expected-revision';
import { linkEvents } from '../link-events';
import { PositionBeyondHeadError } from '../position-beyond-head.error';
import type { StreamName } from '../stream-name';

const positionOf = (index: number): Position => String(index) as Position;
const DEFAULT_PAGE = 500;

/** Keeps the record in the memory of one process: for tests, with every promise of the port but durability. */
export class InMemoryEventStore implements EventStore {
  readonly start = positionOf(0);
  readonly #log: RecordedEvent[] = [];
  readonly #streams = new Map<string, RecordedEvent[]>();
  readonly #byId = new Map<string, RecordedEvent>();
  readonly #appended = new EventTarget();
  readonly #clock: Clock;

  constructor(options: { readonly clock: Clock }) {
    this.#clock = options.clock;
    setMaxListeners(0, this.#appended);
  }

  async append(
    stream: StreamName,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
    command: { readonly commandId: CommandId },
  ): Promise<AppendResult> {
    const history = this.#streams.get(stream) ?? [];
    const head = history.at(-1) ?? null;
    const links = linkEvents(stream, head, events, this.#clock.now());

    const earlier = this.#byId.get(events[0]?.eventId ?? '');
    if (earlier?.stream === stream) {
      return appended(eventsOfCommand(history.slice(earlier.revision), command.commandId, events), true);
    }
    if (!meetsExpectation(head?.revision ?? null, expected))
      return { kind: 'conflict', actual: head?.revision ?? null };
    for (const { eventId } of events) if (this.#byId.has(eventId)) throw new RangeError(`event id ${eventId} is taken`);

    const written = links.map(({ event }, index): RecordedEvent => {
      return { ...event, payload: event.payload.slice(), position: positionOf(this.#log.length + index + 1) };
    });
    for (const event of written) this.#byId.set(event.eventId, event);
    this.#streams.set(stream, [...history, ...written]);
    this.#log.push(...written);
    this.#appended.dispatchEvent(new Event('appended'));
    return appended(written, false);
  }

  async read(stream: StreamName, options: ReadOptions = {}): Promise<readonly RecordedEvent[]> {
    const from = options.from ?? 0;
    const to = options.limit === undefined ? undefined : from + options.limit;
    return (this.#streams.get(stream) ?? []).slice(from, to).map(detached);
  }

  async readAll(options: ReadAllOptions): Promise<Page> {
    return this.#page(options);
  }

  async *follow(options: FollowOptions): AsyncIterable<Page> {
    let after = options.after ?? this.start;
    const { signal, categories } = options;
    const ended = (): boolean => signal.aborted;
    while (!ended()) {
      const page = this.#page({
        after,
        limit: options.pageSize ?? DEFAULT_PAGE,
        ...(categories === undefined ? {} : { categories }),
      });
      yield page;
      after = page.position;
      while (!ended() && Number(after) === this.#log.length) await this.#nextAppend(signal);
    }
  }

  async head(): Promise<Position> {
    return positionOf(this.#log.length);
  }

  compare(a: Position, b: Position): number {
    return Number(a) - Number(b);
  }

  #page({ after = this.start, categories, limit }: ReadAllOptions): Page {
    const head = this.#log.length;
    if (Number(after) > head) throw new PositionBeyondHeadError(after, positionOf(head));
    const events: RecordedEvent[] = [];
    let at = Number(after);
    while (at < head && events.length < limit) {
      const event = this.#log[at];
      at += 1;
      if (event && passesCategories(event.stream, categories)) events.push(detached(event));
    }
    return { events, position: positionOf(at), caughtUp: at === head };
  }

  #nextAppend(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        this.#appended.removeEventListener('appended', done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.#appended.addEventListener('appended', done);
      signal.addEventListener('abort', done);
    });
  }
}

/** A copy whose bytes a reader may scribble on without touching the record. */
const detached = (event: RecordedEvent): RecordedEvent => ({ ...event, payload: event.payload.slice() });

function appended(written: readonly RecordedEvent[], duplicate: boolean): AppendResult {
  const last = written.at(-1);
  if (last === undefined) throw new Error('an append that was accepted has events');
  return {
    kind: 'appended',
    revision: last.revision,
    position: last.position,
    events: written.map(detached),
    duplicate,
  };
}
