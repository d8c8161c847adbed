export * from './feed-by-hand';
export * from './service-database';
export * from './lose-facts';
export * from './memory-facts';
