import type { Decider, DomainEvent } from '@parley/kernel';
import type { RecordedEvent } from './envelope';
import { domainEventOf } from './json-payload';

type Folds<S, E extends DomainEvent> = Pick<Decider<never, S, E>, 'initial' | 'evolve'>;

/** The state to which a fold of a stream had come with an event. */
interface Come {
  readonly initial: unknown;
  readonly evolve: unknown;
  readonly to: unknown;
}

/**
 * An event never changes (I-35), and neither do the events before it. So where a store hands out the same objects
 * again, the fold goes on from the state that is kept here.
 */
const cameTo = new WeakMap<RecordedEvent, Come>();

/** Folds recorded events into a decider's state. */
export function foldRecorded<S, E extends DomainEvent>(decider: Folds<S, E>, history: readonly RecordedEvent[]): S {
  const last = history.at(-1);
  if (!last || !isFromTheFirst(history)) return folded(decider, decider.initial, history);
  const known = history.findLastIndex((event) => knownOf(decider, event) !== undefined);
  const start = history[known] && knownOf(decider, history[known]);
  const to = folded(decider, start ? start.to : decider.initial, history.slice(known + 1));
  cameTo.set(last, { initial: decider.initial, evolve: decider.evolve, to });
  return to;
}

const folded = <S, E extends DomainEvent>({ evolve }: Folds<S, E>, from: S, events: readonly RecordedEvent[]): S =>
  events.reduce((state, event) => evolve(state, domainEventOf(event) as E), from);

/** Whether a history begins at the beginning of its stream and leaves no event out. */
const isFromTheFirst = (history: readonly RecordedEvent[]): boolean =>
  history[0]?.revision === 0 && history.at(-1)?.revision === history.length - 1;

function knownOf<S, E extends DomainEvent>(
  { initial, evolve }: Folds<S, E>,
  event: RecordedEvent,
): { readonly to: S } | undefined {
  const come = cameTo.get(event);
  return come?.initial === initial && come.evolve === evolve ? { to: come.to as S } : undefined;
}
