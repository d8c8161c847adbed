import type { Feed, PublicEvent, Subscription } from '@parley/messaging';
import type { DataSource } from 'typeorm';
import type { KafkaClient } from '../client/kafka-client';
import { kafkajsClient } from '../client/kafkajs/kafkajs-client';
import type { KafkaSettings } from '../settings/kafka-settings';
import type { OriginKeys } from '../origin/origin-keys';
import { unlessPassing } from '../unless-passing';
import { KafkaConsumption } from './kafka-consumption';
import { rereadRecord } from './unreadable-record';

export interface KafkaFeedOptions {
  readonly kafka: KafkaSettings;
  /**
   * Of the consuming service. What the service takes and how far it has heard lie in its schema. The schema's name
   * stands for the service in its groups' ids.
   */
  readonly dataSource: DataSource;
  /** The public keys of those who tell. What none of its topic's context signed is handed over as unread. */
  readonly origins: OriginKeys;
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
   * Whether this version knows a type of event; all are known when left out. Unknown ones are counted, and handed on
   * all the same.
   */
  readonly isKnown?: (type: string) => boolean;
  /**
   * Told of what the consumer throws, and of what goes wrong with the broker and does not pass within seconds; all of
   * it is tried again.
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

  isKnown(type: string): boolean {
    return this.#options.isKnown?.(type) ?? true;
  }

  reread(body: unknown): PublicEvent | undefined {
    return rereadRecord(body, this.#options.origins);
  }
}
