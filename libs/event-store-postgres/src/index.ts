export * from './postgres-event-store';
export type * from './follow/follower';
export * from './install/install-event-store';
export type { Reads } from './install/install-event-store';
export type { PostgresEventStore } from './postgres-event-store';
