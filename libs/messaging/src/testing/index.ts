export * from './memory-inbox';
export * from './service-database';
