import type { Instant, PartyCode, Sha256, Text } from '@parley/kernel';
import type { Act } from '../case-commands';
import type { Notice } from './notice';

/** Something happened of which the parties have notice. */
export interface ServeNotice {
  readonly type: 'ServeNotice';
  readonly notice: Notice;
  /** SHA-256 of the canonical notice. */
  readonly digest: Sha256;
  readonly to: readonly PartyCode[];
  /** Version to which the case is pinned. */
  readonly ruleSetVersion: string;
  /** When what it tells of was recorded: it is sent in the same breath. */
  readonly at: Instant;
  /** When it is served, and so stands in the inboxes. */
  readonly now: Instant;
}
export type ServeNoticeAgain = Act & {
  readonly type: 'ServeNoticeAgain';
  readonly noticeId: string;
  readonly reason: readonly Text[];
};
export type RetrieveNotice = Act & { readonly type: 'RetrieveNotice'; readonly noticeId: string };
export interface ExpireServiceDeadline {
  readonly type: 'ExpireServiceDeadline';
  readonly deadlineId: string;
}

/** An outage was declared. */
export interface NoteServiceOutage {
  readonly type: 'NoteServiceOutage';
  readonly from: Instant;
  readonly to: Instant;
  readonly at: Instant;
}

/** A calendar was announced, by which the clocks of this command count. */
export interface NoteServiceCalendar {
  readonly type: 'NoteServiceCalendar';
  /** Version of the joint calendar. */
  readonly version: string;
  readonly at: Instant;
}

export type ServiceCommand =
  NoteServiceCalendar | NoteServiceOutage | ServeNotice | ServeNoticeAgain | RetrieveNotice | ExpireServiceDeadline;
