export * from './log-channel';
export * from './mail-channel';
export * from './permitted-addresses';
export * from './webhook-channel';
export * from './webhook-sender';
