export * from '@parley/messaging/testing';
export * from './record';
