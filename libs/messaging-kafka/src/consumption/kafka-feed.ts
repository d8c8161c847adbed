import type { Feed, Subscription } from '@parley/messaging';
import type { DataSource } from 'typeorm';
import type { KafkaClient } from '../client/kafka-client';
import { kafkajsClient } from '../client/kafkajs/kafkajs-client';
import type { KafkaSettings } from '../settings/kafka-settings';
import { unlessPassing } from '../unless-passing';
import { KafkaConsumption } from './kafka-consumption';

export interface KafkaFeedOptions {
  readonly kafka: KafkaSettings;
  /**
   * Of the consuming service: inbox, parked messages and progress lie in its schema, whose name is the service's in its
   * groups' ids.
   */
  readonly dataSource: DataSource;
  /** Times that an event is tried before it is parked; 5 when left out. */
  readonly tries?: number;
  /** Milliseconds before the second try, doubled for each further one; 20 when left out. */
  readonly retryMs?: number;
  /** Milliseconds between two tries of what is parked; 60,000 when left out. */
  readonly replayMs?: number;
  /**
   * Milliseconds without a heartbeat after which the group gives a consumer's partitions to others; 10,000 when left
   * out.
   */
  readonly sessionMs?: number;
  /**
   * Milliseconds without a move, with something to do and nothing in hand, after which a consumer is replaced; 30,000
   * when left out.
   */
  readonly watchdogMs?: number;
  /**
   * Whether a type of event is one that this version knows. Others are counted, and handed on all the same; all are
   * known when left out.
   */
  readonly isKnown?: (type: string) => boolean;
  /**
   * Told of what a handler throws, and of what goes wrong with the broker and does not pass within seconds; all of it
   * is tried again.
   */
  readonly onFailure?: (failure: unknown) => void;
  /** kafkajs when left out. */
  readonly client?: KafkaClient;
}

/**
 * Delivers public events from the topics of those who tell them. Starts without a broker, and catches up when there is
 * one.
 */
export class KafkaFeed implements Feed {
  readonly #options: KafkaFeedOptions & { readonly client: KafkaClient };

  constructor(options: KafkaFeedOptions) {
    const { onFailure, client = kafkajsClient(options.kafka, onFailure) } = options;
    this.#options = { ...options, client, ...(onFailure ? { onFailure: unlessPassing(onFailure) } : {}) };
  }

  consume(subscription: Subscription): KafkaConsumption {
    return new KafkaConsumption(this.#options, subscription);
  }
}
