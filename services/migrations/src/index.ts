export * from './migrations-settings';
export * from './run-migrations';
