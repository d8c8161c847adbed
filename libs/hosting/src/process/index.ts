export * from './announcement';
export * from './follow';
export * from './log-failure';
export * from './start-error';
export * from './read-command-line';
export * from './reserve-port';
export * from './undo';
