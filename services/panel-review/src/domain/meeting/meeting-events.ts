import type { DomainEvent, Instant, PartyCode, PersonId } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';

/** A party asks the panel to meet both parties on the interim text; its clock runs on. */
export type InterimMeetingRequested = DomainEvent<
  'InterimMeetingRequested',
  MovesClocks & { readonly party: PartyCode; readonly by: PersonId }
>;

/** A co-chair names the time at which the panel meets both parties. */
export type InterimMeetingSet = DomainEvent<
  'InterimMeetingSet',
  MovesClocks & { readonly meetsAt: Instant; readonly by: PersonId }
>;

export type MeetingEvent = InterimMeetingRequested | InterimMeetingSet;

export interface InterimMeeting {
  readonly requestedBy: readonly PartyCode[];
  readonly requestedAt: Instant;
  /** `null` while no time is named. */
  readonly meetsAt: Instant | null;
}
