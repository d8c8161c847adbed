import type { Bilingual, CaseId, Instant, IsoDate, PersonId, Sha256, Side, Text } from '@parley/kernel';
import type { AnswerLateEntry, ClaimLateEntry } from '@parley/procedure';
import type { Act } from './panel-state.rules';
import type { ChallengeVerdict } from '../challenges/challenges.rules';
import type { DelayedStage } from '../delays/delays.rules';
import type { ClosedDeliberation } from '../deliberation/deliberation.rules';
import type { PanelTranslation, RecordTranslations } from '../findings/translated-findings.rules';
import type { LatePanelAct } from '../late-entries/late-entries.rules';
import type { ProposedExpert } from '../experts/experts.rules';
import type { Signatories } from '../extensions/extensions.rules';
import type { Mark } from '../marks/marks.rules';
import type { InterimDraft, LaidDownText } from '../review/review.rules';
import type { Roster } from '../roster/register.rules';
import type { SetTerms } from '../terms/terms.rules';
import type { UrgencyVerdict } from '../tracks/tracks.rules';

export interface FrozenRosters {
  readonly rosters: Readonly<Record<Side, Roster>>;
  /** The members who were on duty at the instant of the rosters. */
  readonly duty: Readonly<Record<Side, readonly PersonId[]>>;
}

/** Opens the panel, after the docket gave the case its number. */
export type OpenPanel = FrozenRosters & {
  readonly type: 'OpenPanel';
  readonly caseId: CaseId;
  readonly drawCommitments: Readonly<Record<string, readonly Sha256[]>>;
};
/** Something about the screening was heard: the panel is brought level with what is known of it. */
export interface FollowScreening {
  readonly type: 'FollowScreening';
  /** For a panel that was impossible: the rosters as they stood when the screening was reopened. */
  readonly anew?: FrozenRosters & { readonly at: Instant };
}
/** The system was away. Each clock that ended in that time ends later. */
export interface NoteOutage {
  readonly type: 'NoteOutage';
  readonly outageId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly at: Instant;
}
/** A calendar of that version was announced. The clocks of this command count by it. */
export interface NoteCalendar {
  readonly type: 'NoteCalendar';
  readonly version: string;
  readonly at: Instant;
}

export type NominateMember = Act & {
  readonly type: 'NominateMember';
  readonly member: PersonId;
  readonly coChair: boolean;
};
/** A desk adds the hash of a nonce to a draw that is not called yet. */
export type CommitNonce = Act & {
  readonly type: 'CommitNonce';
  readonly seat: string;
  /** Number of the draw of this seat, from 1. */
  readonly draw: number;
  readonly commitment: Sha256;
};
export type LayNonceOpen = Act & {
  readonly type: 'LayNonceOpen';
  readonly seat: string;
  readonly draw: number;
  readonly nonce: string;
};
export type MakeDisclosure = Act & { readonly type: 'MakeDisclosure'; readonly statement: readonly Text[] };
export type ChallengeMember = Act & {
  readonly type: 'ChallengeMember';
  readonly member: PersonId;
  readonly grounds: readonly Text[];
  /** When a fact came to light after the time for challenges. */
  readonly cameToLight?: Instant;
};
export type SignChallengeDecision = Act & {
  readonly type: 'SignChallengeDecision';
  readonly challengeId: string;
  readonly verdict: ChallengeVerdict;
  readonly digest: Sha256;
  /** By the co-head's own key over the digest, where one is given. */
};
export type ReplaceMember = Act & { readonly type: 'ReplaceMember'; readonly member: PersonId };
export type RecuseMember = Act & { readonly type: 'RecuseMember'; readonly reason: readonly Text[] };
export type ProposeExtension = Act & {
  readonly type: 'ProposeExtension';
  readonly signatories: Signatories;
  readonly deadline: string;
  /** In the deadline's own unit. */
  readonly length: number;
  readonly reason: Bilingual;
};
export type SignExtension = Act & {
  readonly type: 'SignExtension';
  readonly signatories: Signatories;
  readonly extensionId: string;
  readonly digest: Sha256;
};
export type RequestInformation = Act & {
  readonly type: 'RequestInformation';
  readonly askedOf: string;
  readonly questions: readonly Text[];
  /** Only together with the other co-chair, who asks the very same. */
  readonly jointly: boolean;
  /** Exhibits of that party that it may take back; only where both co-chairs ask. */
  readonly withdrawals: readonly string[];
};
export type AnswerRequest = Act & {
  readonly type: 'AnswerRequest';
  readonly requestId: string;
  readonly text: readonly Text[];
  readonly exhibits: readonly string[];
};
export type AdmitThirdParty = Act & {
  readonly type: 'AdmitThirdParty';
  readonly name: readonly Text[];
  readonly personId?: PersonId;
};
/** Entered by the registry, or as the third party itself, in the place of what was entered for it or beside it. */
export type FileThirdPartyNote = Act & {
  readonly type: 'FileThirdPartyNote';
  readonly as?: 'third-party';
  readonly replaces?: string;
  readonly thirdPartyId: string;
  readonly text: readonly Text[];
};
export type CommentOnMaterial = Act & {
  readonly type: 'CommentOnMaterial';
  readonly materialId: string;
  readonly comment: readonly Text[];
};
export type ProposeExperts = Act & {
  readonly type: 'ProposeExperts';
  readonly experts: readonly Omit<ProposedExpert, 'id'>[];
};
export type ServeReport = Act & {
  readonly type: 'ServeReport';
  readonly as?: 'expert';
  readonly expertId: string;
  readonly text: readonly Text[];
  readonly exhibits: readonly string[];
};
export type DiscloseAsExpert = Act & {
  readonly type: 'DiscloseAsExpert';
  readonly expertId: string;
  readonly statement: readonly Text[];
};
export type NotifyDelay = Act & {
  readonly type: 'NotifyDelay';
  readonly stage: DelayedStage;
  readonly expectedOn: IsoDate;
  readonly reason: readonly Text[];
};
export type RequestInterimMeeting = Act & { readonly type: 'RequestInterimMeeting' };
export type SetInterimMeeting = Act & { readonly type: 'SetInterimMeeting'; readonly meetsAt: Instant };
export type CommentInterim = Act & { readonly type: 'CommentInterim'; readonly comment: readonly Text[] };
export type FinishCommenting = Act & { readonly type: 'FinishCommenting' };
export type CertifyFindings = Act & {
  readonly type: 'CertifyFindings';
  readonly digest: Sha256;
};

/** What the passages give away, and why it is confidential, as their own side says. */
export type MarkPassages = Act & { readonly type: 'MarkPassages' } & Pick<Mark, 'passages' | 'givesAway' | 'reason'>;
export type GiveMarkLeave = Act & { readonly type: 'GiveMarkLeave'; readonly markId: string; readonly digest: Sha256 };

/** The members agreed on the urgency of the case; it is carried over from the deliberation's own stream. */
export interface RecordUrgency {
  readonly type: 'RecordUrgency';
  readonly verdict: UrgencyVerdict;
  readonly at: Instant;
}

/** Both co-chairs chose the same expert; it is carried over from the deliberation's own stream. */
export interface RecordExpert {
  readonly type: 'RecordExpert';
  readonly expertId: string;
  readonly questions: readonly Text[];
  readonly at: Instant;
}

/** The co-chairs agreed on the interim text; it is carried over from the deliberation's own stream. */
export interface RecordInterim extends Pick<InterimDraft, 'text' | 'exhibits' | 'digest'> {
  readonly type: 'RecordInterim';
  readonly at: Instant;
}

/** The deliberation was closed; what it came to is carried over from its own stream. */
export type RecordFindings = ClosedDeliberation & {
  readonly type: 'RecordFindings';
  /** Keeps anybody from finding out the findings by trying which ones fit their digest. */
  readonly salt: string;
};

/** A deadline passed. The command is decided only when no act that came before the deadline can still be under way. */
export interface ExpireDeadline {
  readonly type: 'ExpireDeadline';
  readonly deadlineId: string;
  /** The secrets of each seat’s draws, the first one’s first: 64 lower-case hexadecimal characters each. */
  readonly drawSecrets: Readonly<Record<string, readonly string[]>>;
  readonly laidDown?: readonly LaidDownText[];
  readonly translations?: readonly PanelTranslation[];
}

export type ToldCommand = OpenPanel | FollowScreening | NoteOutage;

export type PanelAct =
  | NominateMember
  | CommitNonce
  | LayNonceOpen
  | MakeDisclosure
  | ChallengeMember
  | SignChallengeDecision
  | ReplaceMember
  | RecuseMember
  | ProposeExtension
  | SignExtension
  | RequestInformation
  | AnswerRequest
  | AdmitThirdParty
  | (FileThirdPartyNote & { readonly as: 'third-party' })
  | CommentOnMaterial
  | ProposeExperts
  | (ServeReport & { readonly as: 'expert' })
  | DiscloseAsExpert
  | NotifyDelay
  | SetTerms
  | RequestInterimMeeting
  | SetInterimMeeting
  | CommentInterim
  | FinishCommenting
  | CertifyFindings
  | MarkPassages
  | GiveMarkLeave
  | ClaimLateEntry<LatePanelAct>
  | AnswerLateEntry;

export type PanelCommand =
  | ToldCommand
  | NoteCalendar
  | PanelAct
  | RecordUrgency
  | RecordExpert
  | RecordInterim
  | RecordFindings
  | RecordTranslations
  | ExpireDeadline;
