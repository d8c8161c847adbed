import type { Decider, Decision, DomainEvent } from '@parley/kernel';
import { fold } from '@parley/kernel';

/** What a decider answers to commands after a history. Accepted events are added to the history. */
export interface Scenario<C, S, E extends DomainEvent> {
  readonly state: S;
  /** All events so far. */
  readonly events: readonly E[];
  /** Decides; the scenario that follows holds what was accepted. @throws when the command is refused */
  when(...commands: readonly C[]): Scenario<C, S, E>;
  /** Decides without going on. */
  decision(command: C): Decision<E>;
  /** The code with which a command is refused. @throws when it is accepted */
  refusalOf(command: C): string;
  /** Types of the events that the last `when` recorded. */
  readonly recorded: readonly string[];
}

/** Given a history, for `given(decider, events).when(command).recorded`. */
export function given<C, S, E extends DomainEvent>(
  decider: Decider<C, S, E>,
  events: readonly E[] = [],
  recorded: readonly string[] = [],
): Scenario<C, S, E> {
  const state = fold(decider, events);
  const scenario: Scenario<C, S, E> = {
    state,
    events,
    recorded,
    decision: (command) => decider.decide(command, state),
    when(...commands) {
      const [first, ...rest] = commands;
      if (first === undefined) return scenario;
      const decision = decider.decide(first, state);
      if (decision.kind === 'refused') throw new Error(`refused: ${decision.reason.code} ${decision.path ?? ''}`);
      const next = given(
        decider,
        [...events, ...decision.events],
        decision.events.map(({ type }) => type),
      );
      return next.when(...rest);
    },
    refusalOf(command) {
      const decision = decider.decide(command, state);
      if (decision.kind === 'accepted')
        throw new Error(`accepted: ${decision.events.map(({ type }) => type).join(', ')}`);
      return decision.reason.code;
    },
  };
  return scenario;
}
