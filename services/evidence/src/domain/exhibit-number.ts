import type { PartyCode } from '@parley/kernel';
import type { Exhibit, ExhibitNumber } from './exhibit';

/** The next number of a party in a case: 1, 2, 3 … without a gap, since exhibits are never taken away. */
export const nextNumber = (exhibits: Iterable<Exhibit>, party: PartyCode, prefix: string): ExhibitNumber =>
  `${prefix}-${String(countOf(exhibits, party) + 1)}`;

export const countOf = (exhibits: Iterable<Exhibit>, party: PartyCode): number =>
  [...exhibits].filter((exhibit) => exhibit.party === party).length;
