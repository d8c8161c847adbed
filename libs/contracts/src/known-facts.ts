import type { Known } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import { byRecord, type Facts, type PublicEvent } from '@parley/messaging';

/** Which facts a service takes from what others tell of a case, and the narrow view that it makes of them. */
export interface Taking<Learning, View> {
  /** The view of a case before anything was told of it. */
  readonly nothing: View;
  /**
   * What a fact teaches; nothing for most. It may throw when the bytes are not the message that the type promises. Such
   * a fact teaches nothing: its message is parked, and no default of its case is due before it is answered.
   */
  take(fact: PublicEvent): readonly Learning[];
  /** Pure. */
  learn(view: View, learning: Learning): View;
  /**
   * The parts of the view that a learning says anew, by names of the service's own. When later facts have said all
   * parts of a fact anew, the view no longer relies on it.
   * @param id of the fact, which names a part that no other fact says anew
   */
  says(learning: Learning, id: string): readonly string[];
}

/**
 * Folds a set of facts into a view. The order of hearing does not matter: a fact that stands twice in the list counts
 * once, and all are taken in the order of their recording.
 * @param asOf facts that were recorded later are left out
 */
export function knownFrom<Learning, View>(
  taking: Taking<Learning, View>,
  facts: readonly PublicEvent[],
  asOf?: Instant,
): Known<View> {
  const upToThen = asOf === undefined ? facts : facts.filter(({ recordedat }) => recordedat <= asOf);
  const set = [...new Map(upToThen.map((fact) => [fact.id, fact])).values()].sort(byRecord);
  const teaching = set.flatMap((fact) => {
    const learnings = learningsOf(taking, fact);
    return learnings.length > 0 ? [{ id: fact.id, learnings }] : [];
  });
  const saidLast = new Map(
    teaching.flatMap(({ id, learnings }) =>
      learnings.flatMap((learning) => taking.says(learning, id)).map((part) => [part, id]),
    ),
  );
  const reliedOn = new Set(saidLast.values());
  return {
    view: teaching.flatMap(({ learnings }) => learnings).reduce(taking.learn, taking.nothing),
    facts: teaching.flatMap(({ id }) => (reliedOn.has(id) ? [id] : [])),
    count: teaching.length,
  };
}

/** What facts taught, because a fact is folded again and again. */
const taught = new WeakMap<object, WeakMap<PublicEvent, readonly unknown[]>>();

function learningsOf<Learning, View>(taking: Taking<Learning, View>, fact: PublicEvent): readonly Learning[] {
  const byFact = taught.get(taking) ?? new WeakMap<PublicEvent, readonly unknown[]>();
  taught.set(taking, byFact);
  const learnings = byFact.get(fact) ?? unlessUnreadable(() => taking.take(fact)) ?? [];
  byFact.set(fact, learnings);
  return learnings as readonly Learning[];
}

/** What a fact says to a reader; nothing where it cannot be read, since its message is parked by itself. */
export function unlessUnreadable<Said>(read: () => Said): Said | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** `knownFrom` that remembers: it does not fold the same list again. */
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

/** Gives what is known of a subject from the facts that are kept of it. */
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
