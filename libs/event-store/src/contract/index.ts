export * from './contract-subject';
export * from './event-store.contract';
export * from './following';
export * from './sample-events';
