import type { DomainEvent } from '@parley/kernel';
import type { PublicFact } from './public-fact';

/** One entry of the public log. Its serial is the place in the log, counted from 1 without a gap (I-63). */
export interface DocketEntry extends PublicFact {
  readonly serial: number;
  /** Empty in an entry that concerns no case, such as a request on the hotline. */
  readonly docketNumber: string;
}

/** In the place of a docket number: the entry concerns no case. */
export const OF_NO_CASE = '';

export type DocketEntryRecorded = DomainEvent<'DocketEntryRecorded', DocketEntry>;

/** The serial of what stands at a revision of the log. */
export const serialAt = (revision: number): number => revision + 1;

/** The revision at which a serial stands in the log. */
export const revisionOf = (serial: number): number => serial - 1;

/** Enters a fact of a registered case under the next serial. Nothing that is not registered has a place here. */
export const docketEntry = (fact: PublicFact, docketNumber: string, serial: number): DocketEntryRecorded => ({
  type: 'DocketEntryRecorded',
  occurredAt: fact.at,
  rule: 'I-55',
  tier: 'PUBLIC',
  data: { ...fact, docketNumber, serial },
});
