export * from './client/event-store-address';
export * from './client/event-store-address';
export * from './client/event-store-address';
export type { EventStoreDb } from './event-store-db';
export type { FollowerStatus } from './follow/follower';
export * from './open-event-store-db';
export * from './read/recorded-event';
