export * from './announcement';
export * from './log-failure';
export * from './not-ready-error';
export * from './read-command-line';
export * from './reserve-port';
export * from './sentence-of';
export * from './start-error';
export * from './undo';
