import type { Sha256 } from '@parley/kernel';

/** Stored bytes are not what they were (I-33). */
export class BlobCorruptedError extends Error {
  override readonly name = 'BlobCorruptedError';

  constructor(
    /** The digest under which the bytes were stored. */
    readonly digest: Sha256,
    /** The digest of what lies there now. */
    readonly actual: Sha256,
  ) {
    super(`bytes stored as ${digest} now have the digest ${actual}`);
  }
}

/** The storage of the bytes cannot be used now. The message is one sentence for an operator, and holds no secret. */
export class BlobsUnavailableError extends Error {
  override readonly name = 'BlobsUnavailableError';
}
