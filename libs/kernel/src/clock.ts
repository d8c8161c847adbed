import type { Instant } from './instant';

/** The only source of time of the services. In a demonstration it runs ahead of the real one. */
export interface Clock {
  now(): Instant;
}
