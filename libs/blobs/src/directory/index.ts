export * from './directory-blob-store';
export * from './directory-files';
export * from './kept-in-directory';
