import type { Position } from './envelope';

/**
 * The record holds an event that cannot be read: nobody who writes by the rules has written it. Nothing is skipped
 * silently, so nothing behind it is followed until somebody has looked.
 */
export class UnreadableEventError extends Error {
  override readonly name = 'UnreadableEventError';

  /** @param about which event it is, in a few words */
  constructor(
    readonly position: Position,
    about: string,
  ) {
    super(`${about} has no envelope: it was not written by Parley`);
  }
}
