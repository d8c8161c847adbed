export * from './bagit-validator';
export * from './given';
export * from './hostile-feed';
export * from './localhost-certificate';
export { tellAtEndOfRun } from './not-run';
export * from './otlp-collector';
export * from './test-database';
export * from './test-event-store';
export * from './test-server';
