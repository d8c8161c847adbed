import { randomBytes } from 'node:crypto';
import {
  assertSomeEvents,
  assertWithinAppendLimit,
  eventsOfCommand,
  FaultyEventError,
  linkEvents,
  meetsExpectation,
  type AppendResult,
  type ExpectedRevision,
  type Link,
  type NewEvent,
  type RecordedEvent,
  type StreamHead,
  type StreamName,
} from '@parley/event-store';
import type { Clock, CommandId } from '@parley/kernel';
import { LRUCache } from 'lru-cache';
import type { EventStoreClient, ProposedEvent, StoredEvent } from '../client/all-subscription';
import { EventStoreAwayError } from '../client/event-store-address';
import { eventMetadata, recordedEvent, writtenBy } from '../read/recorded-event';
import { withRetries } from '../with-retries';
import { assertSound } from './assert-sound';
import type { ServerClock } from './server-clock';

/** Each attempt means that another process moved the stream between our read and our write. */
const MOST_ATTEMPTS = 50;

export interface AppendRequest {
  readonly stream: StreamName;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
  readonly commandId: CommandId;
  /** Reading of `performance.now()` after which nothing is begun any more. */
  readonly giveUpAt: number;
}

export interface AppenderPorts {
  readonly client: EventStoreClient;
  readonly clock: Clock;
  readonly streams: KnownStreams;
  readonly serverClock: ServerClock;
}

/**
 * Writes at an exact revision only, whatever the caller expects. The revision guards the chain of commitments, and only
 * with an exact revision does EventStoreDB recognise a repeated append for certain. Written events are read back for
 * their positions, and because an answer does not tell who wrote them.
 */
export class Appender {
  readonly #commands = new CommandStreams();

  constructor(private readonly ports: AppenderPorts) {}

  async append(request: AppendRequest): Promise<AppendResult> {
    const { stream, expected, events, giveUpAt } = request;
    assertSomeEvents(events);
    this.#commands.assertFree(stream, events);
    // An append that expects no stream may be written without a look. The server says whether that was right.
    let known: KnownStream | undefined = this.ports.streams.get(stream);
    if (expected !== 'no-stream') known ??= await this.#look(request);
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      if (performance.now() > giveUpAt)
        throw new EventStoreAwayError('slow', `there was no time left to write to ${stream}`);
      // What is known may lag behind, so it is no reason to refuse before another look.
      if (attempt === 0 && !this.#fits(request, known)) known = await this.#look(request, known);
      const earlier = known?.revisionOf(events[0]?.eventId ?? '');
      if (earlier !== undefined) return this.#duplicate(request, earlier);
      const taken = events.find(({ eventId }) => known?.revisionOf(eventId) !== undefined);
      if (taken) throw new RangeError(`event id ${taken.eventId} is taken`);
      const actual = known?.head?.revision ?? null;
      if (!meetsExpectation(actual, expected)) return { kind: 'conflict', actual };

      await this.ports.serverClock.assertTimely(stream);
      const written = randomBytes(12).toString('base64url');
      const links = linkEvents(stream, known?.head ?? null, events, this.ports.clock.now());
      const proposed = proposal(links, written);
      const sentAt = performance.now();
      const answer = await withRetries(
        () => this.ports.client.append(stream, actual ?? 'no-stream', proposed),
        giveUpAt,
      );
      const head = known?.head ?? null;
      const after = await this.#readFrom(request, (actual ?? -1) + 1);
      known = this.#saw(stream, head, after);
      const [first, ...more] = after.filter((event) => writtenBy(event) === written);
      if (first) {
        this.ports.serverClock.saw(first, sentAt, performance.now());
        const own = [first, ...more].map(recordedEvent);
        assertAsSent(stream, links, own);
        return this.#appended(request, own, false);
      }
      if (answer === 'written' && known.revisionOf(events[0]?.eventId ?? '') === undefined) {
        throw new Error(`EventStoreDB says that it wrote to ${stream}, and shows nothing of it`);
      }
    }
    throw new Error(`stream ${stream} moved on ${MOST_ATTEMPTS} times while it was written to`);
  }

  #fits({ expected, events }: AppendRequest, known: KnownStream | undefined): boolean {
    return (
      known?.revisionOf(events[0]?.eventId ?? '') !== undefined ||
      meetsExpectation(known?.head?.revision ?? null, expected)
    );
  }

  /** What was added to a stream since it was last looked at. */
  async #look(request: AppendRequest, known?: KnownStream): Promise<KnownStream> {
    const added = await this.#readFrom(request, (known?.head?.revision ?? -1) + 1);
    return this.#saw(request.stream, known?.head ?? null, added);
  }

  /** Takes in events that were read behind a head. @throws FaultyEventError when they are not as they were written */
  #saw(stream: string, head: StreamHead | null, stored: readonly StoredEvent[]): KnownStream {
    const events = stored.map(recordedEvent);
    assertSound(stream, head, events);
    return this.ports.streams.saw(stream, events);
  }

  async #duplicate(request: AppendRequest, revision: number): Promise<AppendResult> {
    const history = (await this.#readFrom(request, revision)).map(recordedEvent);
    return this.#appended(request, eventsOfCommand(history, request.commandId, request.events), true);
  }

  #readFrom({ stream, giveUpAt }: AppendRequest, revision: number): Promise<readonly StoredEvent[]> {
    return withRetries(() => this.ports.client.readStream(stream, revision), giveUpAt);
  }

  #appended({ stream, commandId }: AppendRequest, events: readonly RecordedEvent[], duplicate: boolean): AppendResult {
    const last = events.at(-1);
    if (last === undefined) throw new Error(`the events of command ${commandId} cannot be read back`);
    for (const { eventId } of events) this.#commands.wrote(stream, eventId);
    return { kind: 'appended', revision: last.revision, position: last.position, events, duplicate };
  }
}

const MOST_COMMANDS = 50_000;

/**
 * Which stream the latest commands of this process were written to. EventStoreDB knows an event id only in its stream,
 * so one id in two streams is noticed here and nowhere else.
 */
class CommandStreams {
  readonly #streams = new LRUCache<string, string>({ max: MOST_COMMANDS });

  /** @throws RangeError when the ids belong to another stream */
  assertFree(stream: string, events: readonly NewEvent[]): void {
    for (const { eventId } of events) {
      const other = this.#streams.get(eventId);
      if (other !== undefined && other !== stream) throw new RangeError(`event id ${eventId} is taken by ${other}`);
    }
  }

  wrote(stream: string, eventId: string): void {
    this.#streams.set(eventId, stream);
  }
}

/** Enough for every case in work at once, at about 100 bytes for each event. */
const MOST_EVENT_IDS = 500_000;

/** A stream from its first event to some revision. Others may have written to it since. */
interface KnownStream {
  /** `null` when there is no event. */
  readonly head: StreamHead | null;
  readonly revisionOf: (eventId: string) => number | undefined;
}

const ABSENT: KnownStream = { head: null, revisionOf: () => undefined };

interface Entry extends KnownStream {
  readonly head: StreamHead;
  readonly ids: Map<string, number>;
}

/**
 * What this process knows of its streams. EventStoreDB looks for an event id only where the expected revision lies
 * behind the stream's own, so a command that comes again at the right revision would be written a second time. So a
 * writer has to know all ids up to the revision that it expects.
 */
export class KnownStreams {
  readonly #streams = new LRUCache<string, Entry>({ maxSize: MOST_EVENT_IDS, sizeCalculation: ({ ids }) => ids.size });

  get(stream: string): KnownStream | undefined {
    return this.#streams.get(stream);
  }

  /** Takes in events that were read of a stream; a part that does not join the known events is ignored. */
  saw(stream: string, events: readonly RecordedEvent[]): KnownStream {
    const known = this.#streams.get(stream);
    const next = (known?.head.revision ?? -1) + 1;
    const news = events.filter(({ revision }) => revision >= next);
    const last = news.at(-1);
    if (last === undefined || news[0]?.revision !== next) return known ?? ABSENT;
    const ids = known?.ids ?? new Map<string, number>();
    for (const { eventId, revision } of news) if (!ids.has(eventId)) ids.set(eventId, revision);
    const { revision, commitment, recordedAt } = last;
    const entry: Entry = { head: { revision, commitment, recordedAt }, ids, revisionOf: (eventId) => ids.get(eventId) };
    this.#streams.set(stream, entry);
    return entry;
  }
}

/** @throws FaultyEventError when the server keeps something else than what was sent */
function assertAsSent(stream: string, links: readonly Link[], own: readonly RecordedEvent[]): void {
  const isSame = links.every(({ event }, index) => own[index]?.commitment === event.commitment);
  if (!isSame || own.length !== links.length) throw new FaultyEventError(stream, 'header');
}

/**
 * The events of one append as they go to the server.
 * @throws RangeError when the server would count more than its limit, which is 1 MiB of payloads, metadata, and types
 *   at two bytes a letter
 */
function proposal(links: readonly Link[], written: string): readonly ProposedEvent[] {
  const events = links.map((link): ProposedEvent => {
    const { eventId, type, payload } = link.event;
    return { eventId, type, payload, metadata: eventMetadata(link, written) };
  });
  assertWithinAppendLimit(events.reduce((sum, event) => sum + sizeAtServer(event), 0));
  return events;
}

const sizeAtServer = ({ type, payload, metadata }: ProposedEvent): number =>
  payload.byteLength + Buffer.byteLength(JSON.stringify(metadata)) + 2 * type.length;
