import type { Instant, IsoDate, PartyCode, Text } from '@parley/kernel';
import type { ForumCode } from '../forums/forum-rules';

/** A dossier was handed to its forum: when, and what the forum gave back for it. */
export interface Transmission {
  readonly n: number;
  /** As the complainant says; the record keeps when it said so. */
  readonly handedOverAt: Instant;
  /** Reference on the forum's receipt, or `null` where it gave none. */
  readonly receipt: string | null;
  readonly recordedAt: Instant;
}

/** What happens at a forum after a screening. Another kind is `other`, and its title says what. */
export const FORUM_EVENT_KINDS = [
  'consultations-requested',
  'panel-requested',
  'panel-established',
  'report-circulated',
  'report-adopted',
  'request-registered',
  'settled-there',
  'withdrawn-there',
  'other',
] as const;
export type ForumEventKind = (typeof FORUM_EVENT_KINDS)[number];

/** A later event at a forum, by the symbol of the document that tells of it. */
export interface ForumEvent {
  readonly forum: ForumCode;
  readonly kind: ForumEventKind;
  /** Such as `WT/DS633/1`. */
  readonly symbol: string;
  /** Date on which the document was communicated to the forum. */
  readonly communicatedOn: IsoDate;
  /** Date on which the forum circulated it; `null` until it has. The two differ, and both are kept. */
  readonly circulatedOn: IsoDate | null;
  readonly title: readonly Text[];
}

export type NotedForumEvent = ForumEvent & { readonly notedBy: PartyCode; readonly notedAt: Instant };
