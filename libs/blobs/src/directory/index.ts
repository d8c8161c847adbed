export * from './directory-blob-store';
export * from './kept-in-directory';
