import { accept, type Decider, type DomainEvent, type Instant } from '@parley/kernel';

/** How many reads a chain of the log of reads has, and what the last of them is linked by. */
export interface CountReads {
  readonly reads: number;
  /** Lower-case hexadecimal SHA-256: the link of the last one. */
  readonly head: string;
  readonly at: Instant;
}

export type ReadsCounted = DomainEvent<'ReadsCounted', { readonly reads: number; readonly head: string }>;

/** A chain is counted once, when it is at its end (I-40). Whoever counts it again, as after a crash, adds nothing. */
export const countedReadsDecider: Decider<CountReads, ReadsCounted['data'] | null, ReadsCounted> = {
  initial: null,
  decide: ({ reads, head, at }, counted) =>
    counted === null
      ? accept({ type: 'ReadsCounted', data: { reads, head }, occurredAt: at, rule: 'I-40', tier: 'PARTIES' })
      : accept(),
  evolve: (counted, event: DomainEvent) => (isCount(event) ? event.data : counted),
};

const isCount = (event: DomainEvent): event is ReadsCounted => event.type === 'ReadsCounted';
