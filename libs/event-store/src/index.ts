export * from './commitment';
export * from './envelope';
export * from './event-ids';
export * from './event-store';
export * from './handle-command';
export * from './json-payload';
export * from './stream-name';
export * from './verify-chain';
