/** The place where bytes lie cannot be used now. The message is one sentence for an operator, and holds no secret. */
export class BlobsUnavailableError extends Error {
  override readonly name = 'BlobsUnavailableError';
}
