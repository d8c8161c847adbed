import type { Sha256 } from '@parley/kernel';
import { commitmentOf } from './commitment';
import type { RecordedEvent } from './envelope';

export type ChainCheck =
  | { readonly kind: 'intact'; readonly events: number; readonly head: Sha256 | null }
  | { readonly kind: 'broken'; readonly revision: number; readonly why: 'gap' | 'altered' | 'unlinked' };

/** Checks a whole stream, read from revision 0: no gap, no altered event, each one linked to the one before. */
export function verifyChain(events: readonly RecordedEvent[]): ChainCheck {
  let previous: Sha256 | null = null;
  for (const [index, event] of events.entries()) {
    if (event.revision !== index) return { kind: 'broken', revision: index, why: 'gap' };
    if (event.previous !== previous) return { kind: 'broken', revision: index, why: 'unlinked' };
    if (commitmentOf(event) !== event.commitment) return { kind: 'broken', revision: index, why: 'altered' };
    previous = event.commitment;
  }
  return { kind: 'intact', events: events.length, head: previous };
}
