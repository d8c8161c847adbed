export * from './blob-corrupted.error';
export * from './blob-store';
export * from './blobs-unavailable.error';
export * from './copy-blobs';
export * from './digest-gate';
