export * from './record';
export * from './service-database';
