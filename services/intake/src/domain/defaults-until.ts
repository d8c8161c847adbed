import type { Instant } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { CaseEvent } from './case-events';
import type { CaseState } from './case-state';
import { evolve } from './case.evolve';
import { expireDeadline } from './expire-deadline.decide';

/** What silence has brought about, and the case that it leaves. */
export interface Defaults {
  readonly events: readonly CaseEvent[];
  readonly state: CaseState;
}

/**
 * The defaults of all deadlines that had run out by an instant, in order of expiry, each on what the one before it
 * left. Who fires them may come later than what another context decided at that instant, and then they would be lost
 * (I-18). The long-stop is no default of a stage and has its own order with what a panel issued.
 */
export function defaultsUntil(instant: Instant, state: CaseState, clocks: Clocks): Defaults {
  if (state.status === 'unfiled') return { events: [], state };
  const [first] = Object.values(state.running)
    .filter(({ clock, dueAt }) => clock !== 'long-stop' && dueAt <= instant)
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
  if (!first) return { events: [], state };
  const decision = expireDeadline({ type: 'ExpireDeadline', deadlineId: first.id }, state, clocks);
  if (decision.kind === 'refused' || decision.events.length === 0) return { events: [], state };
  const rest = defaultsUntil(instant, decision.events.reduce(evolve, state), clocks);
  return { events: [...decision.events, ...rest.events], state: rest.state };
}
