export * from './bookkeeping-table';
export * from './feed';
export * from './feed-progress';
export * from './inbox';
export * from './parked-message';
export * from './public-event';
export * from './publisher';
