import type { DomainEvent, PartyCode, PersonId } from '@parley/kernel';
import type { FallbackEntryMade, MovesClocks, SetAside } from '@parley/procedure';

/**
 * An act that had come in time was entered once its default was on record: what the default put in its place is set
 * aside, and later steps that do not contradict it stand (I-19).
 */
export type DefaultSetAside = DomainEvent<
  'DefaultSetAside',
  MovesClocks &
    SetAside & {
      /** Who was on the seat only because of the default, and is off it; `null` where nobody was. */
      readonly removed: { readonly member: PersonId; readonly party: PartyCode } | null;
    }
>;

export type FallbackEvent = FallbackEntryMade | DefaultSetAside;
