/**
 * A stream of ours holds an event that this library did not write. Nothing is skipped silently, so nothing behind it is
 * read until somebody has looked.
 */
export class UnreadableEventError extends Error {
  override readonly name = 'UnreadableEventError';

  constructor(
    readonly stream: string,
    readonly revision: number,
  ) {
    super(`event ${revision} of stream ${stream} has no envelope: it was not written by Parley`);
  }
}
