import type { Sha256 } from '@parley/kernel';
import { commitmentOf } from './commitment';
import type { RecordedEvent } from './envelope';

/** Why a chain does not hold: the first thing that is wrong with it. */
export type ChainFault = 'gap' | 'altered' | 'unlinked' | 'misnamed';

export type ChainCheck =
  | { readonly kind: 'intact'; readonly events: number; readonly head: Sha256 | null }
  | { readonly kind: 'broken'; readonly revision: number; readonly why: ChainFault };

/**
 * Checks a whole stream, read from revision 0: no gap, no altered event, each one linked to the one before, and none
 * that is of another stream.
 * @param stream the name by which it was read
 */
export function verifyChain(stream: string, events: readonly RecordedEvent[]): ChainCheck {
  let previous: Sha256 | null = null;
  for (const [index, event] of events.entries()) {
    const why = faultOf(event, { stream, revision: index, previous });
    if (why !== undefined) return { kind: 'broken', revision: index, why };
    previous = event.commitment;
  }
  return { kind: 'intact', events: events.length, head: previous };
}

/** Where an event is read: under which name, as which of its stream, and what the one before it commits to. */
export interface ChainPlace {
  readonly stream: string;
  readonly revision: number;
  /** `null` for the first event. */
  readonly previous: Sha256 | null | undefined;
}

/** What is wrong with an event at its place; `undefined` when nothing is. */
export function faultOf(event: RecordedEvent, { stream, revision, previous }: ChainPlace): ChainFault | undefined {
  if (event.stream !== stream) return 'misnamed';
  if (event.revision !== revision) return 'gap';
  if (event.previous !== previous) return 'unlinked';
  return commitmentOf(event) === event.commitment ? undefined : 'altered';
}
