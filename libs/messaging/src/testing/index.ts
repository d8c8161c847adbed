export * from './feed-by-hand';
export * from './service-database';
export * from './memory-facts';
