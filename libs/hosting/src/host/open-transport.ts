import { publicEventSchemas } from '@parley/contracts';
import type { EventStore } from '@parley/event-store';
import {
  KafkaFeed,
  KafkaPublisher,
  type KafkaSettings,
  type MessageSigner,
  type OriginKeys,
  type Relay,
} from '@parley/messaging-kafka';
import type { ServiceDefinition } from '@parley/http';
import type { DataSource } from 'typeorm';
import { knowingKindsOf } from '../services/known-kinds';
import type { HostClock } from './host-clock';

/** The ways by which a service tells and hears over the broker. */
export interface Transport {
  readonly relay: Relay;
  readonly feed: KafkaFeed;
}

export interface TransportPorts {
  readonly kafka: KafkaSettings;
  /** Signs what the service tells. */
  readonly messages: MessageSigner;
  readonly origins: OriginKeys;
  readonly store: EventStore;
  readonly database: DataSource;
  readonly time: HostClock;
  readonly onFailure: (failure: unknown) => void;
}

const KNOWN_TYPES = new Set(publicEventSchemas.map(({ typeName }) => typeName));

/** Begins to publish the events that the service records. It needs no broker to begin. */
export function openTransport(
  { context, publishes }: ServiceDefinition,
  { kafka, messages, origins, store, database: dataSource, time, onFailure }: TransportPorts,
): Transport {
  const { clock, demonstration } = time;
  // A demonstration clock holds writers while it moves, so everything recorded up to an instant can be read at once.
  const own = knowingKindsOf([context], store);
  const heldWriters = demonstration ? { recordingMs: 0 } : {};
  const signerOf = (): MessageSigner => messages;
  const publisher = new KafkaPublisher({
    ...{ kafka, store: own, dataSource, clock, signerOf, onFailure },
    ...heldWriters,
  });
  return {
    relay: publisher.publish(context, publishes),
    feed: new KafkaFeed({ kafka, dataSource, origins, onFailure, isKnown: (type) => KNOWN_TYPES.has(type) }),
  };
}
