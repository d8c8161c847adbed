export * from './directory-blob-store';
