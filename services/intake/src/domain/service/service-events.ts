import type { DomainEvent, Instant, PartyCode, PersonId, Sha256, Text } from '@parley/kernel';
import type { RunningDeadline } from '@parley/procedure';
import type { Notice } from './notice';

interface MovesServiceClocks {
  readonly opens: readonly RunningDeadline[];
  readonly closes: readonly string[];
}

/**
 * A notice to all its recipients in one event, hence at one recorded instant (I-06). It stands in the inbox of each of
 * them by being recorded (I-58).
 */
export type NoticeServed = DomainEvent<
  'NoticeServed',
  MovesServiceClocks & {
    readonly notice: Notice;
    readonly digest: Sha256;
    readonly to: readonly PartyCode[];
    readonly ruleSetVersion: string;
    /** When it came to stand in the inboxes; it was sent when what it tells of was recorded. */
    readonly deliveredAt: Instant;
    /** The end of the 24 hours in which it was not there yet; `null` where it was (I-58). */
    readonly notDeliveredAt: Instant | null;
    /** Id of the clock in which it is to be retrieved; it may run already, for another notice of the same day. */
    readonly retrieval: string;
  }
>;

/** The same notice once more. No clock starts again: it runs from the first valid service (I-59). */
export type NoticeServedAgain = DomainEvent<
  'NoticeServedAgain',
  MovesServiceClocks & {
    readonly noticeId: string;
    readonly to: readonly PartyCode[];
    readonly by: PersonId;
    readonly reason: readonly Text[];
  }
>;

export type NoticeRetrieved = DomainEvent<
  'NoticeRetrieved',
  MovesServiceClocks & {
    readonly noticeId: string;
    readonly party: PartyCode;
    readonly by: PersonId;
    readonly digest: Sha256;
  }
>;

/** What one side did not retrieve by its day. */
export interface NotRetrieved {
  readonly party: PartyCode;
  /** Ids of the notices, in the order in which they were served. */
  readonly notices: readonly string[];
}

/**
 * By itself, 5 joint business days after they were delivered, once for all that ends at one instant; it stops no clock
 * (I-58).
 */
export type NoticesNotRetrieved = DomainEvent<
  'NoticesNotRetrieved',
  MovesServiceClocks & { readonly by: readonly NotRetrieved[] }
>;

/** Times of service that ended in an outage end later (I-61). */
export type ServiceTimesMoved = DomainEvent<
  'ServiceTimesMoved',
  MovesServiceClocks & { readonly from: Instant; readonly to: Instant }
>;

/** Times of service that depend on a calendar that was announced, counted anew on it (I-21). */
export type ServiceTimesRecounted = DomainEvent<
  'ServiceTimesRecounted',
  MovesServiceClocks & { readonly version: string }
>;

export type ServiceEvent =
  ServiceTimesMoved | ServiceTimesRecounted | NoticeServed | NoticeServedAgain | NoticeRetrieved | NoticesNotRetrieved;
