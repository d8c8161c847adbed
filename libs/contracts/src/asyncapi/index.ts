export * from './async-api-document';
