import type { Instant, PartyCode, PersonId } from '@parley/kernel';

/** An act of a person: who, appointed by which side, and the instant of receipt that counts. */
export interface Act {
  readonly by: PersonId;
  readonly party: PartyCode | null;
  readonly receivedAt: Instant;
}
