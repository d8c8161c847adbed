export * from './start-witness';
export * from './witness-key';
