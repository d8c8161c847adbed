import { hasContainerEngine, startMinio } from './minio-container';
import type { S3Server } from './s3-server';
import { startVersitygw } from './versitygw';
import { versitygwBinary } from './versitygw-binary';

export type Found =
  | { readonly kind: 'found'; readonly start: () => Promise<S3Server> }
  | { readonly kind: 'absent'; readonly reason: string };

/**
 * Where an S3 API for specs can be had: the one that S3_ENDPOINT names (with AWS's variables for its credentials),
 * otherwise MinIO in a container where there is an engine, otherwise versitygw built by Go. All of them are the real
 * thing, none a double.
 */
export function findS3Server(): Found {
  const endpoint = process.env['S3_ENDPOINT'];
  if (endpoint) return { kind: 'found', start: () => Promise.resolve(given(endpoint)) };
  if (hasContainerEngine()) return { kind: 'found', start: startMinio };
  const built = versitygwBinary();
  if (built.kind === 'absent')
    return { kind: 'absent', reason: `no S3_ENDPOINT is set, no engine for containers is here, and ${built.reason}` };
  return { kind: 'found', start: () => startVersitygw(built.binary) };
}

function given(endpoint: string): S3Server {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = process.env;
  if (!accessKeyId || !secretAccessKey)
    throw new Error('S3_ENDPOINT is set, and AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not');
  return { endpoint, credentials: { accessKeyId, secretAccessKey }, folder: undefined, stop: () => Promise.resolve() };
}
