export * from './describe-with-s3';
export * from './open-test-blobs';
export type { S3Server } from './s3-server';
export * from './test-bucket';
