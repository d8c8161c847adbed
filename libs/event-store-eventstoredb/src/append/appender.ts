import { randomBytes } from 'node:crypto';
import {
  assertSomeEvents,
  eventsOfCommand,
  linkEvents,
  meetsExpectation,
  type AppendResult,
  type ExpectedRevision,
  type NewEvent,
  type RecordedEvent,
  type StreamName,
} from '@parley/event-store';
import type { Clock, CommandId } from '@parley/kernel';
import { EventStoreAwayError } from '../client/event-store-away.error';
import type { EventStoreClient, StoredEvent } from '../client/event-store-client';
import { recordedEvent, writtenBy } from '../read/recorded-event';
import { withRetries } from '../with-retries';
import { CommandStreams } from './command-streams';
import type { KnownStream, KnownStreams } from './known-streams';
import { proposal } from './proposal';

/** Each of them means that another process moved the stream between our seeing it and our writing. */
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
}

/**
 * Writes at an exact revision only, whatever the caller expects: the revision is what guards the chain of commitments,
 * and EventStoreDB recognises a repeated append for certain with an exact revision alone. What was written is read
 * back, for the positions, and because an answer does not tell who wrote it.
 */
export class Appender {
  readonly #commands = new CommandStreams();

  constructor(private readonly ports: AppenderPorts) {}

  async append(request: AppendRequest): Promise<AppendResult> {
    const { stream, expected, events, giveUpAt } = request;
    assertSomeEvents(events);
    this.#commands.assertFree(stream, events);
    // Who expects no stream may write without having looked: the server says whether that was right.
    let known: KnownStream | undefined = this.ports.streams.get(stream);
    if (expected !== 'no-stream') known ??= await this.#look(request);
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      if (performance.now() > giveUpAt)
        throw new EventStoreAwayError('slow', `there was no time left to write to ${stream}`);
      // What is known only lags behind, so it is no reason to refuse before another look.
      if (attempt === 0 && !this.#fits(request, known)) known = await this.#look(request, known);
      const earlier = known?.revisionOf(events[0]?.eventId ?? '');
      if (earlier !== undefined) return this.#duplicate(request, earlier);
      const actual = known?.head?.revision ?? null;
      if (!meetsExpectation(actual, expected)) return { kind: 'conflict', actual };

      const written = randomBytes(12).toString('base64url');
      const links = linkEvents(stream, known?.head ?? null, events, this.ports.clock.now());
      const proposed = proposal(links, written);
      const answer = await withRetries(
        () => this.ports.client.append(stream, actual ?? 'no-stream', proposed),
        giveUpAt,
      );
      const after = await this.#readFrom(request, (actual ?? -1) + 1);
      known = this.ports.streams.saw(stream, after.map(recordedEvent));
      const own = after.filter((event) => writtenBy(event) === written).map(recordedEvent);
      if (own.length > 0) return this.#appended(request, own, false);
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
    return this.ports.streams.saw(request.stream, added.map(recordedEvent));
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
