import type { EventStore } from '@parley/event-store';
import type { Clock } from '@parley/kernel';
import type { Consumption, Feed, Subscription } from '@parley/messaging';
import type { DataSource } from 'typeorm';
import type { Hostility } from './hostility';
import { TailConsumption } from './tail-consumption';
import type { TailPublisher } from './tail-publisher';

export interface TailFeedOptions {
  readonly store: EventStore;
  readonly publisher: TailPublisher;
  /** Of the consuming service. Its checkpoints and what it takes lie in its schema. */
  readonly dataSource: DataSource;
  readonly clock: Clock;
  /** Deliver as badly as a broker may. The default in tests; never on in production. */
  readonly hostile?: Hostility;
  /**
   * Milliseconds that may pass between the recorded instant of an event and the moment when it can be read. Reports of
   * progress stay so far behind. 2,000 when left out; 0 under a demonstration clock, which holds writers.
   */
  readonly recordingMs?: number;
  /** Most events read at once. */
  readonly pageSize?: number;
  /** Milliseconds between two reports of progress; 1,000 when left out. */
  readonly progressMs?: number;
  readonly takeOverMs?: number;
  /** Told of everything that the consumer or the tail itself throws. */
  readonly onFailure?: (failure: unknown) => void;
}

/** Delivers public events by following the log of those who tell them. Durable, and needs no broker. */
export class TailFeed implements Feed {
  constructor(private readonly options: TailFeedOptions) {}

  consume(subscription: Subscription): Consumption {
    return new TailConsumption(this.options, subscription);
  }
}
