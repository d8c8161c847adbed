import { BlobsUnavailableError } from '@parley/blobs';
import type { S3Location } from './s3-location';

/** Errors of our own, which already say what an operator needs. */
const OURS = ['BlobsUnavailableError', 'BlobCorruptedError'];
/** Faults of code, which an operator can do nothing about. */
const PROGRAMMERS = ['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError'];

interface Named {
  readonly name: string;
  readonly message: string;
  readonly code?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $response?: { readonly headers: Readonly<Record<string, string>> };
}

const isNamed = (error: unknown): error is Named => typeof error === 'object' && error !== null && 'name' in error;
/** Some wrappers of the client keep a socket's code only in their text. */
const codeOf = ({ name, code, message }: Named): string =>
  typeof code === 'string' ? code : (/\bE[A-Z]{4,}\b/.exec(message)?.[0] ?? name);
const statusOf = (error: unknown): number | undefined => (isNamed(error) ? error.$metadata?.httpStatusCode : undefined);

/** Why an object is not there. In a bucket with versions a removed object lies on under a mark. */
export type Absence = 'missing' | 'removed';

/**
 * Why an object that was asked for is not there.
 * @throws an error that says anything else, such as that the bucket is missing
 */
export function absence(error: unknown): Absence {
  if (!isNamed(error) || error.name !== 'NoSuchKey') throw error;
  return error.$response?.headers['x-amz-delete-marker'] === 'true' ? 'removed' : 'missing';
}

/**
 * True when another has written the object or is writing it, or when an answer was lost and the request was sent again.
 */
export const isTaken = (error: unknown): boolean =>
  isNamed(error) && ['PreconditionFailed', 'ConditionalRequestConflict', 'NoSuchUpload'].includes(error.name);

/** True when deleting is refused: the object is locked, or the right is missing. */
export const isForbidden = (error: unknown): boolean =>
  statusOf(error) === 403 || (isNamed(error) && error.name === 'ObjectLocked');

/** Turns a failure of the storage into one sentence for an operator. Any other error stays as it is. */
export function asBlobsError(error: unknown, location: S3Location): unknown {
  if (!isNamed(error) || OURS.includes(error.name)) return error;
  const problem = problemOf(error, location);
  return problem === undefined
    ? error
    : new BlobsUnavailableError(`The object storage at ${location.endpoint ?? `AWS ${location.region}`} ${problem}.`);
}

/** It uses nothing of the error's own text, because a storage quotes keys, signatures and requests in it. */
function problemOf(error: Named, { bucket }: S3Location): string | undefined {
  const code = codeOf(error);
  const status = statusOf(error);
  if (code === 'NoSuchBucket') return `has no bucket "${bucket}"`;
  if (code === 'CredentialsProviderError')
    return 'wants credentials, and there are none: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY';
  if (status === 401 || status === 403) return `refuses these credentials for the bucket "${bucket}" (${code})`;
  if (code === 'PermanentRedirect' || code === 'AuthorizationHeaderMalformed')
    return `keeps the bucket "${bucket}" in another region (${code})`;
  if (status === 501 || code === 'NotImplemented')
    return 'cannot do what was asked; where it knows no conditional writes, add conditional=false to its address';
  if (status !== undefined) return `does not do what was asked (${code}, status ${status})`;
  return PROGRAMMERS.includes(error.name) ? undefined : `cannot be reached (${code})`;
}
