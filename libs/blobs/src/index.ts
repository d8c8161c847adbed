export * from './bag-manifest';
export * from './blob-corrupted.error';
export * from './blob-store';
export * from './copy-blobs';
export * from './digest-gate';
export * from './named-files';
