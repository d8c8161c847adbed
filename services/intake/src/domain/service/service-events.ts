import type { DomainEvent, Instant, PartyCode, PersonId, Sha256, Text } from '@parley/kernel';
import type { RunningDeadline } from '@parley/procedure';
import type { Notice } from './notice';

interface MovesServiceClocks {
  readonly opens: readonly RunningDeadline[];
  readonly closes: readonly string[];
}

/** A notice to all its recipients in one event, hence at one recorded instant (I-06). */
export type NoticeServed = DomainEvent<
  'NoticeServed',
  MovesServiceClocks & {
    readonly notice: Notice;
    readonly digest: Sha256;
    readonly to: readonly PartyCode[];
    readonly ruleSetVersion: string;
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

/** The notice stands in the inbox of each of them. */
export type NoticeDelivered = DomainEvent<
  'NoticeDelivered',
  MovesServiceClocks & { readonly noticeId: string; readonly to: readonly PartyCode[] }
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

/** By itself, 24 hours after it was sent (I-58). */
export type NoticeNotDelivered = DomainEvent<
  'NoticeNotDelivered',
  MovesServiceClocks & { readonly noticeId: string; readonly to: readonly PartyCode[] }
>;

/** By itself, 5 joint business days after it was delivered; it stops no clock (I-58). */
export type NoticeNotRetrieved = DomainEvent<
  'NoticeNotRetrieved',
  MovesServiceClocks & { readonly noticeId: string; readonly by: readonly PartyCode[] }
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
  | ServiceTimesMoved
  | ServiceTimesRecounted
  | NoticeServed
  | NoticeServedAgain
  | NoticeDelivered
  | NoticeRetrieved
  | NoticeNotDelivered
  | NoticeNotRetrieved;
