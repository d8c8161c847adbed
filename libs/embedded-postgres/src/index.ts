export * from './closed-folder';
export * from './embedded-postgres';
export * from './embedded-postgres.error';
export { isRunning } from './running-process';
