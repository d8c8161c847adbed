import type { Instant, PartyCode } from '@parley/kernel';
import type { Level } from './level';
import type { Minutes } from './minutes';

/** A rise to a higher level: by a party, or by time. */
export interface Escalation {
  readonly from: Level;
  readonly to: Level;
  /** `null` when the time of the level was over. */
  readonly by: PartyCode | null;
  readonly at: Instant;
}

/** What the parties make of S5 beside the ledger of calls. */
export interface Consultations {
  readonly level: Level;
  readonly escalations: readonly Escalation[];
  readonly minutes: readonly Minutes[];
  /** Parties that hold them to be concluded; with both they are. */
  readonly concludedBy: readonly PartyCode[];
}

export const consultationsBegun: Consultations = { level: 'officials', escalations: [], minutes: [], concludedBy: [] };
