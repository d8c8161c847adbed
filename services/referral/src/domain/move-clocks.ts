import { runningAfter, type MovesClocks, type RunningClocks } from '@parley/procedure';

/** What keeps its running deadlines by id. */
export interface KeepsClocks {
  readonly running: RunningClocks;
}

/** With the clocks that run after an event. */
export const moveClocks = <State extends KeepsClocks>(state: State, moves: MovesClocks): State => ({
  ...state,
  running: runningAfter(state.running, moves),
});
