import { S3Client } from '@aws-sdk/client-s3';
import type { S3Location } from './s3-location';

export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Milliseconds, and how often a request is sent. */
export interface S3Patience {
  readonly connectMs: number;
  /** Milliseconds without a byte either way. */
  readonly silenceMs: number;
  /** Milliseconds until the answer begins, sending the request's body included. */
  readonly answerMs: number;
  /** Times that a request is sent, with a growing pause between them. */
  readonly tries: number;
}

export const USUAL_PATIENCE: S3Patience = { connectMs: 5_000, silenceMs: 60_000, answerMs: 120_000, tries: 5 };

/** Slow readers hold a connection each, and must not keep writers out. */
const SOCKETS = { keepAlive: true, maxSockets: 256 };

/** @param credentials taken from AWS's own variables, files and roles when left out */
export function connectS3(
  { endpoint, region, pathStyle }: S3Location,
  { connectMs, silenceMs, answerMs, tries }: S3Patience,
  credentials?: S3Credentials,
): S3Client {
  return new S3Client({
    region,
    forcePathStyle: pathStyle,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
    retryMode: 'standard',
    maxAttempts: tries,
    requestHandler: {
      connectionTimeout: connectMs,
      socketTimeout: silenceMs,
      requestTimeout: answerMs,
      throwOnRequestTimeout: true,
      httpAgent: SOCKETS,
      httpsAgent: SOCKETS,
    },
    // Every reader is given the SHA-256 of all the bytes; a second, weaker sum would only turn its error into another.
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}
