import { accept, type Decider, type DomainEvent, type Instant } from '@parley/kernel';

/** How often a check found each kind of fault in a log of reads. */
export interface ReadFaults {
  /** A read is not the one that was linked. */
  readonly altered: number;
  /** A read, or a whole chain, is not there any more. */
  readonly gone: number;
  /** A chain was written anew. */
  readonly relinked: number;
  /** A read is in no chain, or behind the end of its own. */
  readonly unlinked: number;
}

/** What a check of a service's log of reads came to. */
export interface NoteCheck extends ReadFaults {
  /** SHA-256 of the places at which something was found; `null` where nothing was. */
  readonly places: string | null;
  readonly at: Instant;
}

/** It says neither who read nor what, nor how much was read. */
type ReadsFoundDamaged = DomainEvent<
  'ReadsFoundDamaged',
  ReadFaults & { readonly found: number; readonly places: string }
>;
type ReadsFoundWhole = DomainEvent<'ReadsFoundWhole', Readonly<Record<string, never>>>;
export type ReadsFound = ReadsFoundDamaged | ReadsFoundWhole;

/**
 * A finding is on record once, until the check comes to something else (I-40). The places are a digest, so that another
 * finding of as many faults is another one.
 */
export const checkedReadsDecider: Decider<NoteCheck, string | null, ReadsFound> = {
  initial: null,
  decide({ places, at, ...faults }, before) {
    if (places === before) return accept();
    const about = { occurredAt: at, rule: 'I-40', tier: 'PUBLIC' } as const;
    if (places === null) return accept({ ...about, type: 'ReadsFoundWhole', data: {} });
    const found = Object.values(faults).reduce((sum, count) => sum + count, 0);
    return accept({ ...about, type: 'ReadsFoundDamaged', data: { ...faults, found, places } });
  },
  evolve: (before, event: DomainEvent) => (isFoundOfReads(event) ? placesOf(event) : before),
};

const placesOf = (event: ReadsFound): string | null => (event.type === 'ReadsFoundDamaged' ? event.data.places : null);

export const isFoundOfReads = (event: DomainEvent): event is ReadsFound =>
  event.type === 'ReadsFoundDamaged' || event.type === 'ReadsFoundWhole';
