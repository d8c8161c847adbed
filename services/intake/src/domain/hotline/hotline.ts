import type { Bilingual, CaseId, Instant, PartyCode, PersonId, Sha256, Text } from '@parley/kernel';

/** How much haste a request has; the times of both stand in the rule set. */
export const GRADES = ['crisis', 'routine'] as const;
export type Grade = (typeof GRADES)[number];

/** Who is to answer, the first ones first. The capitals' deputies are the last: behind them nobody is called. */
export const RUNGS = ['official', 'coheads', 'deputies'] as const;
export type Rung = (typeof RUNGS)[number];

/** The time of a rung: clock hours and minutes from the request, which nothing rolls or extends. */
export interface HotlineTime {
  readonly id: 'official' | 'coheads';
  readonly clock: 'hotline';
  readonly stage: 'hotline';
  readonly rule: 'hotline';
  readonly trigger: { readonly kind: 'act'; readonly event: 'HotlineRequested'; readonly instant: Instant };
  readonly dueAt: Instant;
  readonly provisional: false;
  readonly arithmetic: Bilingual;
}

/** Who acknowledged a request: a person in an office, and at which rung. */
export interface Acknowledgement {
  readonly by: PersonId;
  readonly office: string;
  readonly rung: Rung;
  readonly at: Instant;
  readonly text: readonly Text[];
}

export interface TeamMember {
  readonly personId: PersonId;
  readonly party: PartyCode;
}

export interface OptionsPaper {
  readonly text: readonly Text[];
  readonly digest: Sha256;
  readonly draftedBy: PersonId;
  readonly draftedAt: Instant;
  readonly signatures: readonly (TeamMember & { readonly at: Instant })[];
  readonly agreedAt: Instant | null;
}

/** One use of the hotline, with or without a case. */
export interface Hotline {
  readonly status: 'open' | 'answered';
  readonly hotlineId: string;
  readonly caseId: CaseId | null;
  readonly grade: Grade;
  readonly asking: PartyCode;
  readonly asked: PartyCode;
  readonly requestedBy: PersonId;
  readonly requestedAt: Instant;
  /** By when an official is to acknowledge it. */
  readonly acknowledgeBy: Instant;
  readonly subject: readonly Text[];
  readonly ruleSetVersion: string;
  readonly rung: Rung;
  /** Rungs at which nobody answered, each with the instant at which its time was over. */
  readonly unanswered: readonly { readonly rung: Rung; readonly at: Instant }[];
  readonly acknowledgement: Acknowledgement | null;
  readonly running: Readonly<Record<string, HotlineTime>>;
  /** `null` when none was called for. */
  readonly team: {
    readonly calledForAt: Instant;
    readonly membersPerSide: number;
    readonly members: readonly TeamMember[];
  } | null;
  readonly paper: OptionsPaper | null;
  /** How many drafts of the options paper each side has written. */
  readonly drafts: Readonly<Record<PartyCode, number>>;
}

export type HotlineState = { readonly status: 'silent' } | Hotline;
export const silent: HotlineState = { status: 'silent' };
