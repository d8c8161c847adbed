import { plusMillis, type Decider, type DomainEvent, type Instant } from '@parley/kernel';

/** A command that can be tried at an instant. */
export interface Try<C> {
  readonly command: C;
  readonly at: Instant;
}

/** Part of a case, and everything that anybody may try in it. */
export interface Explored<C, S, E extends DomainEvent> {
  readonly decider: Decider<C, S, E>;
  readonly start: Instant;
  /** All that can be done, or happen, in a state. */
  tries(state: S, now: Instant): readonly Try<C>[];
  /** A key of states. Of states with the same key only the first is explored further. */
  likeness(state: S): string;
}

export interface Taken<S, E> {
  readonly event: E;
  readonly before: S;
  readonly after: S;
}

/** More than the different states that any part of a case has. */
const MOST_STATES = 12_000;

/**
 * Tries everything in every state that can be reached, the nearest first.
 * @returns each step that was taken
 * @throws RangeError when there are more than `MOST_STATES` states
 */
export function explore<C, S, E extends DomainEvent>({
  decider,
  start,
  tries,
  likeness,
}: Explored<C, S, E>): readonly Taken<S, E>[] {
  const taken: Taken<S, E>[] = [];
  const queue = [{ state: decider.initial, now: start }];
  const seen = new Set([likeness(decider.initial)]);
  for (const { state, now } of queue) {
    for (const { command, at } of tries(state, now)) {
      const decision = decider.decide(command, state);
      if (decision.kind === 'refused') continue;
      let after = state;
      for (const event of decision.events) {
        const before = after;
        after = decider.evolve(before, event);
        taken.push({ event, before, after });
      }
      const like = likeness(after);
      if (seen.has(like)) continue;
      if (seen.size === MOST_STATES) throw new RangeError(`there is no end of states, the last one ${like}`);
      seen.add(like);
      queue.push({ state: after, now: at });
    }
  }
  return taken;
}

export interface Due {
  readonly id: string;
  readonly dueAt: Instant;
}

const HOUR = 3_600_000;
const SECOND = 1_000;

/**
 * The instants at which things are tried. `soon` is an hour later, and left out when a limit ends before. `blink` is a
 * second after the end of the next limit, while its default is under way.
 */
export function timesOf(
  running: readonly Due[],
  now: Instant,
): { readonly soon: Instant | undefined; readonly blink: Instant | undefined; readonly next: Due | undefined } {
  const [next] = running.toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
  const soon = plusMillis(now, HOUR);
  return {
    next,
    soon: next && next.dueAt <= soon ? undefined : soon,
    blink: next && plusMillis(next.dueAt > now ? next.dueAt : now, SECOND),
  };
}
