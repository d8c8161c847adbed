export * from './data-folder';
export * from './embedded-postgres';
export * from './embedded-postgres.error';
export * from './free-ports';
export { isRunning } from './postmaster-pid';
