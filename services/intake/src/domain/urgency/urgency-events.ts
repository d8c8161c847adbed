import type { DomainEvent, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import type { MovesClocks } from '../case-events';

export type UrgencyRefusalSigned = DomainEvent<
  'UrgencyRefusalSigned',
  MovesClocks & { readonly by: PersonId; readonly party: PartyCode; readonly digest: Sha256 }
>;
/** The co-heads' time passed without both signatures: the urgent track is granted. */
export type UrgencyGranted = DomainEvent<'UrgencyGranted', MovesClocks>;
/** Nobody offered a call within the time for the first one. */
export type FirstCallMissed = DomainEvent<'FirstCallMissed', MovesClocks>;

export type UrgencyEvent = UrgencyRefusalSigned | UrgencyGranted | FirstCallMissed;
