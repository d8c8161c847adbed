export * from './blob-corrupted.error';
export * from './blob-store';
export * from './digest-gate';
