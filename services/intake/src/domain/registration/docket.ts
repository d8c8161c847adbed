import { accept, type CaseId, type Decider, type DomainEvent, type Instant, type PartyCode } from '@parley/kernel';

/**
 * The docket of one party and one year of registration in seat time: a stream of its own, numbers 1, 2, 3 … without a
 * gap.
 */
export type DocketNumberAllocated = DomainEvent<
  'DocketNumberAllocated',
  { readonly caseId: CaseId; readonly docketNumber: string; readonly serial: number }
>;

export interface AllocateDocketNumber {
  readonly type: 'AllocateDocketNumber';
  readonly caseId: CaseId;
  readonly party: PartyCode;
  readonly year: number;
  readonly at: Instant;
}

/** Numbers by case, in the order in which they were given. */
export type Docket = ReadonlyMap<CaseId, string>;

const DIGITS = 4;

/** `US-2026-0001`: complainant, year of registration, serial. */
export const docketNumber = (party: PartyCode, year: number, serial: number): string =>
  `${party}-${String(year)}-${String(serial).padStart(DIGITS, '0')}`;

/** Asking twice for the same case gives the same number (I-27). */
export const docketDecider: Decider<AllocateDocketNumber, Docket, DocketNumberAllocated> = {
  initial: new Map(),
  decide({ caseId, party, year, at }, docket) {
    if (docket.has(caseId)) return accept();
    const serial = docket.size + 1;
    return accept({
      type: 'DocketNumberAllocated',
      occurredAt: at,
      rule: 'I-27',
      tier: 'PUBLIC',
      data: { caseId, serial, docketNumber: docketNumber(party, year, serial) },
    });
  },
  evolve(docket, event) {
    const type: string = event.type;
    return type === 'DocketNumberAllocated'
      ? new Map([...docket, [event.data.caseId, event.data.docketNumber]])
      : docket;
  },
};
