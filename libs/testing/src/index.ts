export * from './given';
export * from './test-database';
export * from './test-event-store';
