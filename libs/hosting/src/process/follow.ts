import type { Undo } from './undo';

/** Lets something be followed until everything is closed, and waits for its end then. */
export function follow(following: (signal: AbortSignal) => Promise<void>, undo: Undo): void {
  const ended = new AbortController();
  const done = following(ended.signal);
  undo.add(() => {
    ended.abort();
    return done;
  });
}
