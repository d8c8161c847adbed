export * from './create-postgres-event-store';
export type * from './follow/follower-status';
export * from './install/install-event-store';
export type { Reads } from './install/let-read';
export type { PostgresEventStore } from './postgres-event-store';
