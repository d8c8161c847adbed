import type { CaseId, Instant, PartyCode, Sha256, Text } from '@parley/kernel';
import type { Act } from '../../case/case-commands.rules';
import type { WatchDuty } from '../watch-lists/watch-list.rules';
import type { Grade, SentChannel, TeamMember } from './hotline.rules';

export type RequestHotline = Act & {
  readonly type: 'RequestHotline';
  readonly hotlineId: string;
  readonly caseId: CaseId | null;
  readonly grade: Grade;
  readonly parties: readonly [PartyCode, PartyCode];
  readonly subject: readonly Text[];
  /** Version of the rules to which its case is pinned; absent without a case. */
  readonly ruleSetVersion?: string;
  /** When this side made its requests before, as far back as the rules ask. */
  readonly before: readonly Instant[];
};
export type AcknowledgeHotline = Act & {
  readonly type: 'AcknowledgeHotline';
  readonly as: 'desk' | 'cohead';
  /** For what the person stands on the watch list of the side asked; `null` for who does not. */
  readonly duty: WatchDuty | null;
  readonly office: string;
  readonly text: readonly Text[];
};
/** A side wants a team, whether the request was acknowledged or not. */
export type CallCrisisTeam = Act & { readonly type: 'CallCrisisTeam' };
/** A desk adds the hash of a nonce to the draw of the team. */
export type CommitCrisisNonce = Act & { readonly type: 'CommitCrisisNonce'; readonly commitment: Sha256 };
export type LayCrisisNonceOpen = Act & { readonly type: 'LayCrisisNonceOpen'; readonly nonce: string };
export type DraftOptions = Act & { readonly type: 'DraftOptions'; readonly text: readonly Text[] };
export type SignOptions = Act & { readonly type: 'SignOptions'; readonly digest: Sha256 };
/** The time of a rung passed. This is decided only when no act that came before it can still be under way. */
export type ExpireRung = { readonly type: 'ExpireRung'; readonly deadlineId: string };
/** Panel review has told who serves; nobody where a side has nobody to be drawn. */
export type NoteCrisisTeam = {
  readonly type: 'NoteCrisisTeam';
  readonly members: readonly TeamMember[];
  readonly secretMissing: boolean;
  readonly at: Instant;
};
/** An outage was declared. */
export type NoteHotlineOutage = {
  readonly type: 'NoteHotlineOutage';
  readonly outageId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly at: Instant;
};
/** The watch list of the side asked was read for those who have the turn. */
export type SendRequest = {
  readonly type: 'SendRequest';
  readonly duty: WatchDuty;
  readonly channels: readonly SentChannel[];
  readonly at: Instant;
};
/** A channel took the alert, or failed for good. */
export type NoteChannelAnswer = {
  readonly type: 'NoteChannelAnswer';
  readonly channel: string;
  readonly duty: WatchDuty;
  readonly accepted: boolean;
  readonly answer: string;
  readonly tries: number;
  readonly at: Instant;
};

export type HotlineCommand =
  | RequestHotline
  | AcknowledgeHotline
  | CallCrisisTeam
  | CommitCrisisNonce
  | LayCrisisNonceOpen
  | DraftOptions
  | SignOptions
  | ExpireRung
  | NoteCrisisTeam
  | NoteHotlineOutage
  | SendRequest
  | NoteChannelAnswer;
