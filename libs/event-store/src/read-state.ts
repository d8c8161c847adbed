import type { Decider, DomainEvent, Instant } from '@parley/kernel';
import type { EventStore } from './event-store';
import { foldRecorded } from './fold-recorded';
import type { StreamName } from './stream-name';

/** What a stream says, and at which revision. */
export interface StateAt<S> {
  readonly state: S;
  /** Of the last event folded; -1 when there is none. */
  readonly revision: number;
}

/**
 * Folds a stream into its state.
 * @param asOf leaves out what was recorded later; within a stream recorded time never goes back
 */
export async function readState<S, E extends DomainEvent>(
  store: EventStore,
  decider: Pick<Decider<never, S, E>, 'initial' | 'evolve'>,
  stream: StreamName,
  asOf?: Instant,
): Promise<StateAt<S>> {
  const history = await store.read(stream);
  const upToThen = asOf === undefined ? history : history.filter(({ recordedAt }) => recordedAt <= asOf);
  return { state: foldRecorded(decider, upToThen), revision: upToThen.length - 1 };
}
