import type { CaseId, Instant, PartyCode, Sha256, Text } from '@parley/kernel';
import type { Act } from '../case-commands';
import type { Grade, TeamMember } from './hotline';

export type RequestHotline = Act & {
  readonly type: 'RequestHotline';
  readonly hotlineId: string;
  readonly caseId: CaseId | null;
  readonly grade: Grade;
  readonly parties: readonly [PartyCode, PartyCode];
  readonly subject: readonly Text[];
  /** Version of the rules to which its case is pinned; absent where it belongs to none. */
  readonly ruleSetVersion?: string;
};
export type AcknowledgeHotline = Act & {
  readonly type: 'AcknowledgeHotline';
  readonly as: 'desk' | 'cohead';
  readonly office: string;
  readonly text: readonly Text[];
};
/** Panel review has drawn the team from the duty rosters; learned from its public event. */
export type NoteCrisisTeam = {
  readonly type: 'NoteCrisisTeam';
  readonly members: readonly TeamMember[];
  readonly at: Instant;
  readonly eventId: string;
};
export type DraftOptions = Act & { readonly type: 'DraftOptions'; readonly text: readonly Text[] };
export type SignOptions = Act & { readonly type: 'SignOptions'; readonly digest: Sha256 };
/** The time of a rung passed. Decided only when no act that came before it can still be under way. */
export type ExpireRung = { readonly type: 'ExpireRung'; readonly deadlineId: string };

export type HotlineCommand =
  RequestHotline | AcknowledgeHotline | NoteCrisisTeam | DraftOptions | SignOptions | ExpireRung;
