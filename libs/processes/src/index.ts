export * from './clock-stream';
export * from './deadline-timers';
export * from './demonstration-clock';
export * from './demonstration-time';
export * from './process-runner';
export * from './request-gate';
export * from './timer';
export * from './timers.projection';
export type { OverdueTimer } from './timer-table';
