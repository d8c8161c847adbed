export * from './given';
export * from './test-database';
