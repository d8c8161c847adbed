import {
  BACKWARDS,
  binaryEvent,
  END,
  FORWARDS,
  NO_STREAM,
  START,
  STREAM_NAME,
  StreamNotFoundError,
  WrongExpectedVersionError,
  type BinaryEventType,
  type RecordedEvent,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client';
import {
  AllSubscription,
  subscribeToAll,
  type EventStoreClient,
  type LogPosition,
  type ProposedEvent,
  type StoredEvent,
  type StreamFilter,
} from './all-subscription';
import { asAway, EventStoreAwayError, type EventStoreAddress } from './event-store-address';
import { DbClient } from './db-client';

type Proposed = BinaryEventType<string, Record<string, unknown>>;

const LEADER = { requiresLeader: true };
/** As a rule the newest event is the wanted one. Where it is not, as many are looked at as it takes. */
const LOOK_BACK = [1, 64, Number.MAX_SAFE_INTEGER];
/** Events that the server considers between two checkpoints while none passes the filter. */
const SEARCH_WINDOW = 1_000;

/** Over the package `@eventstore/db-client`. */
export class EventStoreDbClient implements EventStoreClient {
  readonly #client: DbClient;

  constructor(private readonly address: EventStoreAddress) {
    this.#client = new DbClient(address.options);
  }

  async append(
    stream: string,
    expected: number | 'no-stream',
    events: readonly ProposedEvent[],
  ): Promise<'written' | 'wrong-revision'> {
    const expectedRevision = expected === 'no-stream' ? NO_STREAM : BigInt(expected);
    // Events are never sent as JSON, because this client would serialise them anew.
    const proposed = events.map(({ eventId: id, type, payload: data, metadata }) =>
      binaryEvent<Proposed>({ id, type, data, metadata }),
    );
    try {
      await this.#client.appendToStream(stream, proposed, {
        ...LEADER,
        expectedRevision,
        deadline: this.address.deadlineMs,
      });
      return 'written';
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) return 'wrong-revision';
      throw asAway(error, this.address);
    }
  }

  async readStream(stream: string, from: number, limit?: number): Promise<readonly StoredEvent[]> {
    const maxCount = limit === undefined ? {} : { maxCount: limit };
    const read = this.#client.readStream(stream, {
      ...LEADER,
      ...maxCount,
      direction: FORWARDS,
      fromRevision: BigInt(from),
    });
    try {
      return await this.#collect(read);
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      throw error;
    }
  }

  async newest(isWanted: (event: StoredEvent) => boolean): Promise<StoredEvent | null> {
    for (const maxCount of LOOK_BACK) {
      const read = this.#client.readAll({ ...LEADER, direction: BACKWARDS, fromPosition: END, maxCount });
      const events = await this.#collect(read, isWanted);
      const last = events.at(-1);
      if (last !== undefined && isWanted(last)) return last;
      if (events.length < maxCount) break;
    }
    return null;
  }

  subscribe(after: LogPosition | null, filter: StreamFilter): AllSubscription {
    const subscription = new AllSubscription();
    const names = 'prefixes' in filter ? { prefixes: [...filter.prefixes] } : { regex: filter.pattern };
    subscribeToAll(subscription, {
      open: (checkpointReached) =>
        this.#client.subscribeToAll({
          ...LEADER,
          fromPosition: after ?? START,
          filter: {
            filterOn: STREAM_NAME,
            ...names,
            checkpointInterval: 1,
            maxSearchWindow: SEARCH_WINDOW,
            checkpointReached,
          },
        }),
      asStored: storedEvent,
      asAway: (error) => asAway(error, this.address),
    });
    return subscription;
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  /**
   * The client gives reads no deadline, so here is one: from each event to the next.
   * @param isLast ends the read early
   */
  #collect(
    read: StreamingRead<ResolvedEvent>,
    isLast: (event: StoredEvent) => boolean = () => false,
  ): Promise<readonly StoredEvent[]> {
    return new Promise((resolve, reject) => {
      const events: StoredEvent[] = [];
      const timer = setTimeout(() => {
        cancel(read);
        reject(new EventStoreAwayError('slow', `EventStoreDB at ${this.address.host} did not answer in time`));
      }, this.address.deadlineMs);
      const done = (): void => {
        clearTimeout(timer);
        resolve(events);
      };
      const failed = (error: unknown): void => {
        clearTimeout(timer);
        reject(asAway(error, this.address));
      };
      read.on('data', ({ event: recorded }) => {
        timer.refresh();
        if (!recorded) return;
        try {
          const event = storedEvent(recorded);
          events.push(event);
          if (!isLast(event)) return;
          done();
        } catch (error) {
          failed(error);
        }
        cancel(read);
      });
      read.on('end', done);
      read.on('error', failed);
    });
  }
}

/** A call that could not even begin cannot be cancelled, and its own promise has told why. */
function cancel(read: StreamingRead<ResolvedEvent>): void {
  read.cancel().catch(() => undefined);
}

function storedEvent(event: RecordedEvent): StoredEvent {
  if (event.position === undefined)
    throw new Error('EventStoreDB does not tell the positions of events: it is older than 22.6');
  return {
    stream: event.streamId,
    revision: Number(event.revision),
    eventId: event.id,
    type: event.type,
    // We never write JSON. The client has parsed what somebody else wrote, and its bytes are gone.
    payload: event.data instanceof Uint8Array ? event.data : new Uint8Array(),
    metadata: event.metadata,
    position: event.position,
    createdMs: event.created.getTime(),
  };
}
