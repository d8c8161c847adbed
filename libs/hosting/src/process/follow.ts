import type { Undo } from './undo';

/** Runs something until everything is closed, and then waits for its end. */
export function follow(following: (signal: AbortSignal) => Promise<void>, undo: Undo): void {
  const ended = new AbortController();
  const done = following(ended.signal);
  undo.add(() => {
    ended.abort();
    return done;
  });
}
