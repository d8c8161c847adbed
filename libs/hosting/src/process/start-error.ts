/** Why the process does not start. The message is one sentence for the person at the terminal. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** Why something cannot be used yet. The message is a sentence that anybody may read. */
export class NotReadyError extends Error {
  override readonly name = 'NotReadyError';
}
