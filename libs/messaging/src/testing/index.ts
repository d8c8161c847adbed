export * from './feed-by-hand';
export * from './memory-inbox';
export * from './service-database';
export * from './memory-facts';
