import { commandIdOf, type EventStore, type RecordedEvent } from '@parley/event-store';
import type { CommandId } from '@parley/kernel';
import { KeyedDelivery, type ParkedMessage } from '@parley/messaging';
import { CheckpointedFollower, pause, type FollowerOptions, type FollowerStatus } from '@parley/projections';
import type { DataSource } from 'typeorm';

export interface ProcessRunnerOptions extends Pick<FollowerOptions, 'pageSize' | 'onFailure' | 'takeOverMs'> {
  readonly store: EventStore;
  readonly dataSource: DataSource;
  /** Unique within the service, and stable: its checkpoint and its commands' ids depend on it. */
  readonly name: string;
  readonly categories: readonly string[];
  /** Whether an event may call for a command; all may when left out. A function of the event alone. */
  readonly concerns?: (event: RecordedEvent) => boolean;
  /**
   * Answers an event of the service's own with a command, or not at all. Called at least once for each event, in order
   * per stream. A command goes under the id that is given (or one derived from it), so that it takes effect once; a
   * refusal is an outcome and must not throw.
   */
  react(event: RecordedEvent, commandId: CommandId): Promise<void>;
  /**
   * How many streams are answered side by side; 1 when left out. Where what one brings about depends on another, it
   * stays so.
   */
  readonly lanes?: number;
  /** Times that an event is tried before it is parked; 5 when left out. */
  readonly tries?: number;
  readonly retryMs?: number;
  /** Milliseconds between two tries of what is parked; 60,000 when left out. */
  readonly replayMs?: number;
}

const REPLAY_MS = 60_000;

interface ParkedEvent {
  readonly stream: string;
  readonly revision: number;
}

/** Follows a service's own streams and issues the commands that its events call for. */
export class ProcessRunner {
  readonly #follower: CheckpointedFollower;
  readonly #delivery: KeyedDelivery<RecordedEvent>;
  readonly #options: ProcessRunnerOptions;
  readonly #stop = new AbortController();
  #replaying: Promise<void> | undefined;

  constructor(options: ProcessRunnerOptions) {
    const { store, dataSource, name, lanes, tries, retryMs, onFailure } = options;
    this.#options = options;
    this.#delivery = new KeyedDelivery<RecordedEvent>({
      manager: dataSource.manager,
      group: `process:${name}`,
      idOf: (event) => event.eventId,
      keyOf: (event) => event.stream,
      handle: (event) => options.react(event, commandIdOf('process', name, event.eventId)),
      toBody: ({ stream, revision }): ParkedEvent => ({ stream, revision }),
      fromBody: (body) => readAgain(store, body as ParkedEvent),
      ...(lanes === undefined ? {} : { lanes }),
      ...(tries === undefined ? {} : { tries }),
      ...(retryMs === undefined ? {} : { retryMs }),
      ...(onFailure === undefined ? {} : { onFailure }),
    });
    this.#follower = new CheckpointedFollower({
      ...options,
      name: `process:${name}`,
      handle: async ({ events, move }) => {
        await this.#delivery.deliver(events);
        await move(dataSource.manager);
      },
    });
  }

  start(): void {
    this.#follower.start();
    this.#replaying ??= this.#keepReplaying();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#replaying;
    await this.#follower.stop();
  }

  status(): FollowerStatus {
    return this.#follower.status();
  }

  /** How many events it has still to handle; no more than `most` are counted. */
  async behind(most: number): Promise<number> {
    return this.#follower.behind(most);
  }

  /** Resolves when everything recorded before the call has been answered, or is parked. */
  async idle(): Promise<void> {
    await this.#follower.idle();
  }

  /** Events that could not be answered, and those of the same stream that wait behind them. */
  async parked(): Promise<readonly ParkedMessage[]> {
    return this.#delivery.parked();
  }

  /** Tries parked events again, in order; of one stream when it is given. @returns how many were answered */
  async replayParked(stream?: string): Promise<number> {
    return this.#follower.exclusively(() => this.#delivery.replay(stream, this.#stop.signal));
  }

  /** A case that waits for somebody to look would wait for ever where nobody does (I-17). */
  async #keepReplaying(): Promise<void> {
    const { replayMs = REPLAY_MS, onFailure } = this.#options;
    const { signal } = this.#stop;
    for (;;) {
      await pause(replayMs, signal);
      if (signal.aborted) return;
      await this.replayParked().catch((failure: unknown) => onFailure?.(failure));
    }
  }
}

async function readAgain(store: EventStore, { stream, revision }: ParkedEvent): Promise<RecordedEvent> {
  const [event] = await store.read(stream as Parameters<EventStore['read']>[0], { from: revision, limit: 1 });
  if (!event) throw new Error(`event ${revision} of ${stream} is not in the store`);
  return event;
}
