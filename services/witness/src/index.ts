export * from './own-witnesses';
export * from './start-witness';
export * from './witness-key';
