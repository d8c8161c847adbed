/** Why something cannot be worked with yet. The message is a sentence that anybody may read. */
export class NotReadyError extends Error {
  override readonly name = 'NotReadyError';
}
