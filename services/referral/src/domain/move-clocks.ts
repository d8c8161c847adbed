import type { RunningDeadline } from '@parley/procedure';
import type { MovesClocks } from './referral-events';

/** What keeps its running deadlines by id. */
export interface KeepsClocks {
  readonly running: Readonly<Record<string, RunningDeadline>>;
}

/** The deadlines that run after an event: what it closes runs no more, what it opens runs from now on. */
export function moveClocks<State extends KeepsClocks>(state: State, { opens, closes }: MovesClocks): State {
  const kept = Object.entries(state.running).filter(([id]) => !closes.includes(id));
  return { ...state, running: Object.fromEntries([...kept, ...opens.map((deadline) => [deadline.id, deadline] as const)]) };
}
