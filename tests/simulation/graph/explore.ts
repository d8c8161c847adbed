import { plusMillis, type Decider, type DomainEvent, type Instant } from '@parley/kernel';

/** What can be tried at an instant. */
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
  /** States that are alike are gone on from once. */
  likeness(state: S): string;
}

export interface Taken<S, E> {
  readonly event: E;
  readonly before: S;
  readonly after: S;
}

/** More states than any part of a case has that differ. */
const MOST_STATES = 12_000;

/**
 * Tries everything in every state that can be come to, nearest first, and gives each step that was taken. @throws when
 * there is no end of it
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
 * When something is done: within the hour, unless a time is over before; and a second after that, while its default is
 * under way.
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
