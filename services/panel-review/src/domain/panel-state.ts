import type { CaseId, CaseParties, Instant, PersonId, Role, Sha256, Side } from '@parley/kernel';
import type { DrawRecord, RunningClocks, Track } from '@parley/procedure';
import type { Challenge } from './composition/challenge';
import type { Seat } from './composition/seat';
import type { LapsedPanelClocks } from './fallback/lapsed-panel-clocks';
import type { DelayNotice } from './delay/delay-events';
import type { ExpertList, TakenExpert } from './experts/expert';
import type { ExtensionProposal } from './extensions/extension';
import type { InformationRequest, Material, ThirdParty } from './information/material';
import type { InterimMeeting } from './meeting/meeting-events';
import type { AttributedVote, Certification, ClaimAtIssue, Finding, Issue } from './findings/finding';
import type { InterimComment, InterimText } from './review/interim';
import type { Roster } from './roster/roster';
import type { DecidedUrgency } from './tracks/urgency';
import type { FormerRules } from './rules/rules-in-force';

/** Where the panel's region stands (S6–S9); a member missing meanwhile is said by the seats. */
export type Stage =
  | { readonly name: 'composing' }
  | { readonly name: 'composed' }
  | { readonly name: 'reviewing' }
  | { readonly name: 'interim-comments' }
  /** `votingEndedAt` is set by the end of its time, and from then on only the findings are awaited. */
  | { readonly name: 'deciding'; readonly votingEndedAt: Instant | null }
  | { readonly name: 'certifying'; readonly decision: DecidedFindings }
  | { readonly name: 'issued'; readonly decision: DecidedFindings; readonly issue: Issue }
  /** `inFindings` when the interim text, or that there is none, was before the parties by then. */
  | { readonly name: 'impossible'; readonly seat: string; readonly inFindings: boolean };

export interface DecidedFindings {
  readonly findings: readonly Finding[];
  /** Shown once the findings are issued (I-14). */
  readonly attributed: readonly AttributedVote[];
  readonly digest: Sha256;
  readonly decidedAt: Instant;
  readonly certifications: readonly Certification[];
}

/** When the panel first was whole. */
export interface Convening {
  readonly at: Instant;
  /** Since when it is whole without a break, and what completed it. */
  readonly wholeSince: Instant;
  readonly by: 'act' | 'expiry';
  /** One of each side (I-03); a co-chair who leaves is followed by another of the same side. */
  readonly coChairs: readonly PersonId[];
}

export interface ScreeningEnd {
  readonly outcome: string;
  readonly at: Instant;
}

export interface OpenedPanel {
  readonly status: 'opened';
  readonly caseId: CaseId;
  readonly parties: CaseParties;
  readonly ruleSetVersion: string;
  /** Versions that it had before, oldest first. */
  readonly formerRules: readonly FormerRules[];
  readonly registeredAt: Instant;
  readonly registeredBy: 'act' | 'expiry';
  readonly track: Track;
  /** First instant that is too late for anything. */
  readonly longStop: Instant;
  readonly rosters: Readonly<Record<Side, Roster>>;
  /** Who of them was on duty when the panel was opened: they fill the seats of the urgent track. */
  readonly duty: Readonly<Record<Side, readonly PersonId[]>>;
  readonly rosterDigests: Readonly<Record<Side, Sha256>>;
  readonly drawCommitment: Sha256;
  /** 1, and one more each time that the rosters were frozen anew: every round has a secret of its own. */
  readonly drawRound: number;
  readonly claims: readonly ClaimAtIssue[];
  /** The claims as they stood before each change, oldest first. */
  readonly formerClaims: readonly { readonly until: Instant; readonly claims: readonly ClaimAtIssue[] }[];
  /** Ids of claims on which no finding is made any more. */
  readonly withdrawnClaims: readonly string[];
  /** Ids of the amendments whose claims are noted, and of those that replaced some. */
  readonly amendments: readonly string[];
  readonly replacedBy: readonly string[];
  /** Numbers of exhibits that both parties have a version of. */
  readonly exhibits: readonly string[];
  readonly consultationsEndedAt: Instant | null;
  readonly seats: readonly Seat[];
  /** Everybody who was ever put on a seat of this panel. */
  readonly everSeated: readonly PersonId[];
  /** Who acted in this case as what: nobody may be two of desk, panel and co-head (I-05). */
  readonly capacities: Readonly<Record<string, Role>>;
  readonly challenges: readonly Challenge[];
  /** Peremptory replacements that each side has used. */
  readonly replacements: Readonly<Record<Side, number>>;
  readonly draws: readonly DrawRecord[];
  readonly convening: Convening | null;
  /** What the panel of an urgent case said of its urgency; `null` until then, and on the other tracks. */
  readonly urgency: DecidedUrgency | null;
  readonly requests: readonly InformationRequest[];
  readonly thirdParties: readonly ThirdParty[];
  readonly expertLists: readonly ExpertList[];
  readonly takenExperts: readonly TakenExpert[];
  /** Answers, notes and reports, in the order in which they were served. */
  readonly materials: readonly Material[];
  readonly extensions: readonly ExtensionProposal[];
  readonly delays: readonly DelayNotice[];
  /** The meeting on the interim text that a party asked for; `null` when none did. */
  readonly meeting: InterimMeeting | null;
  readonly interim: InterimText | null;
  readonly comments: readonly InterimComment[];
  readonly stage: Stage;
  readonly running: RunningClocks;
  /** Clocks that ended by default, for acts that are proved only later. */
  readonly lapsed: LapsedPanelClocks;
  /** Since when the screening is suspended; `null` while it is not. The clocks stand still in `running`. */
  readonly suspendedAt: Instant | null;
  readonly screeningEnd: ScreeningEnd | null;
}

/** Before it opens a panel may already know exhibits: contexts are heard in no common order. */
export type PanelState = { readonly status: 'unopened'; readonly exhibits: readonly string[] } | OpenedPanel;

export const unopened: PanelState = { status: 'unopened', exhibits: [] };

/** The panel after an act in it. @throws when it was never opened, which no act that was done leaves behind */
export function openedPanelOf(state: PanelState): OpenedPanel {
  if (state.status === 'unopened') throw new TypeError('the panel was never opened');
  return state;
}
