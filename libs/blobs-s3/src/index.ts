export { openS3BlobStore, type OpenedS3BlobStore, type S3BlobStoreOptions } from './open-s3-blob-store';
export { readS3Location, type S3Location } from './s3-location';
export { USUAL_PATIENCE, type S3Credentials, type S3Patience } from './s3-client';
export type { S3BlobStore } from './s3-blob-store';
