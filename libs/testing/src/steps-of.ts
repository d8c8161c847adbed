import type { Decider, DomainEvent } from '@parley/kernel';

/** An event of a history with the state before and after it. */
export interface Step<S, E> {
  readonly before: S;
  readonly event: E;
  readonly after: S;
}

/** Every event that commands bring about, one after another from the beginning. A refused command changes nothing. */
export function stepsOf<C, S, E extends DomainEvent>(
  decider: Decider<C, S, E>,
  history: readonly C[],
): readonly Step<S, E>[] {
  const steps: Step<S, E>[] = [];
  let state = decider.initial;
  for (const command of history) {
    const decision = decider.decide(command, state);
    for (const event of decision.kind === 'refused' ? [] : decision.events) {
      const after = decider.evolve(state, event);
      steps.push({ before: state, event, after });
      state = after;
    }
  }
  return steps;
}
