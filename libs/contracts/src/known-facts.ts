import type { Known } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import { byRecord, type Facts, type PublicEvent } from '@parley/messaging';

/** What a service takes of what others tell of a case, and the narrow view that it makes of it. */
export interface Taking<Learning, View> {
  /** The view of a case of which nothing was told. */
  readonly nothing: View;
  /**
   * What a fact teaches; nothing for most. What it throws of one whose bytes are not the message that its type promises
   * teaches nothing: that message is parked, and no default of its case is due before it is answered.
   */
  take(fact: PublicEvent): readonly Learning[];
  /** Pure. */
  learn(view: View, learning: Learning): View;
  /**
   * The parts of the view that this says anew, by names of the service's own. A fact all of whose parts are said anew
   * by later ones is relied on no more.
   */
  says(learning: Learning): readonly string[];
}

/**
 * Folds a set of facts into a view. The order of hearing is none of its inputs: a fact that stands twice in the list
 * counts once, and all are taken in the order of their recording.
 * @param asOf leaves out what was recorded later
 */
export function knownFrom<Learning, View>(
  taking: Taking<Learning, View>,
  facts: readonly PublicEvent[],
  asOf?: Instant,
): Known<View> {
  const upToThen = asOf === undefined ? facts : facts.filter(({ recordedat }) => recordedat <= asOf);
  const set = [...new Map(upToThen.map((fact) => [fact.id, fact])).values()].sort(byRecord);
  const taught = set.flatMap((fact) => {
    const learnings = unlessUnreadable(() => taking.take(fact)) ?? [];
    return learnings.length > 0 ? [{ id: fact.id, learnings }] : [];
  });
  const saidLast = new Map(
    taught.flatMap(({ id, learnings }) => learnings.flatMap(taking.says).map((part) => [part, id])),
  );
  const reliedOn = new Set(saidLast.values());
  return {
    view: taught.flatMap(({ learnings }) => learnings).reduce(taking.learn, taking.nothing),
    facts: taught.flatMap(({ id }) => (reliedOn.has(id) ? [id] : [])),
    count: taught.length,
  };
}

/** What a fact says to a reader; nothing where it cannot be read: its message is parked by itself. */
export function unlessUnreadable<Said>(read: () => Said): Said | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** The same, which does not fold again a list that it was handed before. */
export function rememberingKnown<Learning, View>(
  taking: Taking<Learning, View>,
): (facts: readonly PublicEvent[]) => Known<View> {
  const folded = new WeakMap<readonly PublicEvent[], Known<View>>();
  return (facts) => {
    const before = folded.get(facts);
    if (before) return before;
    const known = knownFrom(taking, facts);
    folded.set(facts, known);
    return known;
  };
}

/** What is known of each thing by what is kept of it. */
export function knowing<Learning, View>(
  taking: Taking<Learning, View>,
  facts: Facts,
): (subject: string, asked?: { readonly asOf?: Instant | undefined }) => Promise<Known<View>> {
  const now = rememberingKnown(taking);
  return async (subject, { asOf } = {}) => {
    const kept = await facts.of(subject);
    return asOf === undefined ? now(kept) : knownFrom(taking, kept, asOf);
  };
}
