export * from './client/event-store-address.error';
export * from './client/event-store-away.error';
export * from './client/unknown-position.error';
export type { EventStoreDb } from './event-store-db';
export type { FollowerStatus } from './follow/follower-status';
export * from './open-event-store-db';
export * from './read/unreadable-event.error';
