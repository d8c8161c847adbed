import type { Bilingual, IsoDate, PartyCode } from '@parley/kernel';

/** Forums that a complainant may name. Naming one is not enough: its rules say who is heard there. */
export const FORUM_CODES = ['WTO', 'WORLD_BANK', 'CAPITALS'] as const;
export type ForumCode = (typeof FORUM_CODES)[number];

/** Where in the WTO Agreement a covered agreement stands: its annex, or the agreement itself. */
export type Annex = 'agreement' | '1A' | '1B' | '1C' | '2' | '4';

/** An agreement of DSU Appendix 1, under which a Member may ask another for consultations. */
export interface CoveredAgreement {
  /** As claims name it, such as `GATT1994`. */
  readonly code: string;
  readonly name: Bilingual;
  readonly annex: Annex;
  /**
   * For an agreement that binds only those who joined it (Annex 4): since when, by party. Others are bound by
   * membership.
   */
  readonly parties?: Readonly<Record<PartyCode, IsoDate>>;
}

/** A provision under which consultations are requested, as a request names it. */
export interface ConsultationProvision {
  readonly agreement: string;
  readonly provision: string;
}

/** Claims for which a request states the evidence available (SCM 4.2 and 7.2). */
export interface StatementOfEvidenceRule {
  readonly agreement: string;
  /** Articles, by the number before the first dot or colon. */
  readonly articles: readonly string[];
  readonly rule: string;
}

/** A forum whose dossier the secretariat prepares. */
export interface OpenForum {
  readonly code: ForumCode;
  readonly kind: 'open';
  readonly name: Bilingual;
  readonly whoFiles: Bilingual;
  /** Since when each party is a Member; only a Member files, and only against a Member. */
  readonly members: Readonly<Record<PartyCode, IsoDate>>;
  readonly coveredAgreements: readonly CoveredAgreement[];
  readonly consultationProvisions: readonly ConsultationProvision[];
  readonly statementsOfEvidence: readonly StatementOfEvidenceRule[];
  /** Days from the request for consultations before which a panel is requested only with a reason (DSU 4.7). */
  readonly panelRequestAfterDays: number;
  /** By what symbols it names its documents: source of a regular expression. */
  readonly symbols: string;
  readonly source: string;
}

/** Channels of the World Bank Group for people whom a project affects. */
export const CHANNEL_CODES = ['inspection-panel', 'grievance-redress-service', 'cao'] as const;
export type ChannelCode = (typeof CHANNEL_CODES)[number];

export const INSTITUTIONS = ['IBRD', 'IDA', 'IFC', 'MIGA'] as const;
export type Institution = (typeof INSTITUTIONS)[number];

/** Who may file through a channel, and about which projects. */
export interface Channel {
  readonly code: ChannelCode;
  readonly name: Bilingual;
  /** Whose projects it hears of. */
  readonly institutions: readonly Institution[];
  /** Fewest affected people that file together. */
  readonly fewestPeople: number;
  /** Whether an Executive Director may file instead. */
  readonly executiveDirector: boolean;
  /** Months after the closing of a project in which it is still heard of; `null` where closing sets no limit here. */
  readonly monthsAfterClosing: number | null;
  /** Whether management must have been asked before. */
  readonly afterManagement: boolean;
  readonly source: string;
}

/** A forum that hears no complaint of one state against another, but others through its channels. */
export interface ChannelsForum {
  readonly code: ForumCode;
  readonly kind: 'channels';
  readonly name: Bilingual;
  readonly whoFiles: Bilingual;
  readonly channels: readonly Channel[];
  readonly symbols: string;
  readonly source: string;
}

/** The two capitals: anything may be laid before them, as options. */
export interface MemorandumForum {
  readonly code: ForumCode;
  readonly kind: 'memorandum';
  readonly name: Bilingual;
  readonly whoFiles: Bilingual;
  /** Fewest options, so that a memorandum asks for a choice. */
  readonly fewestOptions: number;
  readonly symbols: string;
  readonly source: string;
}

export type Forum = OpenForum | ChannelsForum | MemorandumForum;

/** A version of the rules of all forums. Plain data; a change is a new version, and a dossier names its own. */
export interface ForumRules {
  readonly version: string;
  /** First day on which a dossier is prepared under it. */
  readonly from: IsoDate;
  readonly forums: readonly Forum[];
}
