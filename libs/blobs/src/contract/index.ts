export * from './blob-store-contract';
export { namedFilesContract } from './named-files-contract';
