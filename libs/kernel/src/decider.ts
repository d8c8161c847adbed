import type { Decision } from './decision';
import type { Instant } from './instant';
import type { Tier } from './tier';

/** Something that happened, in the words of one context, before the store gives it a place. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  /** Its instant in law: the receipt of an act, or the expiry for a default. */
  readonly occurredAt: Instant;
  /** The rule under which it happened (`S4`, `I-18` …). */
  readonly rule: string;
  readonly tier: Tier;
}

/**
 * The whole of a consistency boundary: what may happen (`decide`) and what it means (`evolve`). Both are pure; time,
 * ids, randomness and the facts of others come in with the command. `evolve` is total: an unknown event leaves the
 * state as it is.
 */
export interface Decider<Command, State, Event extends DomainEvent> {
  readonly initial: State;
  decide(command: Command, state: State): Decision<Event>;
  evolve(state: State, event: Event): State;
  /** The version of the rule set to which the thing is pinned; `undefined` as long as it is pinned to none. */
  pinned?(state: State): string | undefined;
}

/** A command with what others had told of the thing when the command came. This is an input, as the time is. */
export interface Informed<Command, Told> {
  readonly command: Command;
  readonly told: Told;
}

/** Folds a history into its state. */
export const fold = <S, E extends DomainEvent>(
  decider: Pick<Decider<never, S, E>, 'initial' | 'evolve'>,
  events: Iterable<E>,
): S => {
  let state = decider.initial;
  for (const event of events) state = decider.evolve(state, event);
  return state;
};
