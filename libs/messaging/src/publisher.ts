import type { RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from './public-event';

/**
 * A context's public face, made of its `*.tells.ts`: the public events that tell of a recorded one, most often none or
 * one. It is pure and total: an event that it does not know is not published.
 */
export type Publishes = (event: RecordedEvent) => readonly PublicEvent[];

/** Running publication of one context. */
export interface Publication {
  /** Resolves when everything recorded so far is where consumers get it from. */
  told(): Promise<void>;
  /** The same, and consumers can tell how far in time they have heard, which deadlines wait for. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** Makes what contexts record known to the others, from the first event on, at least once and in order per case. */
export interface Publisher {
  /** @throws when the context is already being published by this publisher */
  publish(context: string, publishes: Publishes): Publication;
}
