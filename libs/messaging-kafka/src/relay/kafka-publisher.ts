import type { EventStore } from '@parley/event-store';
import type { Clock } from '@parley/kernel';
import type { Publisher, Publishes } from '@parley/messaging';
import type { DataSource } from 'typeorm';
import type { KafkaClient } from '../client/kafka-client';
import { kafkajsClient } from '../client/kafkajs/kafkajs-client';
import type { KafkaSettings } from '../settings/kafka-settings';
import type { MessageSigner } from '../origin/message-signer';
import { unlessPassing } from '../unless-passing';
import { Relay } from './relay';

export interface KafkaPublisherOptions {
  readonly kafka: KafkaSettings;
  /** The store whose events are made public. It is the outbox, and nothing is kept beside it. */
  readonly store: EventStore;
  /** Of the service that tells. The relay's checkpoint lies in its schema. */
  readonly dataSource: DataSource;
  readonly clock: Clock;
  /** Signs what a context tells, since readers believe nothing else of its topic. */
  readonly signerOf: (context: string) => MessageSigner;
  /**
   * Milliseconds that may pass between the recorded instant of an event and the moment when it can be read, the
   * difference between the clocks of a service's instances included. Marks of progress stay so far behind. 2,000 when
   * left out; 0 under a demonstration clock, which holds writers.
   */
  readonly recordingMs?: number;
  /** Milliseconds between two marks of how far was told; 5,000 when left out. Each is a message in every partition. */
  readonly progressMs?: number;
  /** Most events read and sent at once; the store's own default when left out. */
  readonly pageSize?: number;
  /**
   * Milliseconds without a move, with something to tell, after which an instance that stands by takes over; 10,000 when
   * left out.
   */
  readonly takeOverMs?: number;
  /** Told of everything that goes wrong and does not pass by itself within seconds; each is tried again for ever. */
  readonly onFailure?: (failure: unknown) => void;
  /** kafkajs when left out. */
  readonly client?: KafkaClient;
}

/**
 * Sends what contexts record to their topics, at least once and in order per case. Starts without a broker, and catches
 * up when there is one.
 */
export class KafkaPublisher implements Publisher {
  readonly #options: KafkaPublisherOptions;
  readonly #client: KafkaClient;
  readonly #relays = new Map<string, Relay>();

  constructor(options: KafkaPublisherOptions) {
    const { onFailure } = options;
    this.#options = onFailure ? { ...options, onFailure: unlessPassing(onFailure) } : options;
    this.#client = options.client ?? kafkajsClient(options.kafka, options.onFailure);
  }

  publish(context: string, publishes: Publishes): Relay {
    if (this.#relays.has(context)) throw new Error(`${context} is published already`);
    const relay = new Relay({
      ...this.#options,
      client: this.#client,
      context,
      publishes,
      stopped: () => void this.#relays.delete(context),
    });
    this.#relays.set(context, relay);
    return relay;
  }
}
