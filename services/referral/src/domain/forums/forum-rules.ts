import type { Bilingual, IsoDate, PartyCode } from '@parley/kernel';

/** Forums that a complainant may name. Naming one is not enough: its rules say who is heard there. */
export const FORUM_CODES = ['WTO', 'WORLD_BANK'] as const;
export type ForumCode = (typeof FORUM_CODES)[number];

/** Where in the WTO Agreement a covered agreement stands: its annex, or the agreement itself. */
export type Annex = 'agreement' | '1A' | '1B' | '1C' | '2' | '4';

/** An agreement of DSU Appendix 1, under which a Member may ask another for consultations. */
export interface CoveredAgreement {
  /** As claims name it, such as `GATT1994`. */
  readonly code: string;
  readonly name: Bilingual;
  readonly annex: Annex;
  /** For an agreement that binds only those who joined it (Annex 4): since when, by party. Others are bound by membership. */
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
  /** What the dossier holds a draft of. */
  readonly draft: 'request-for-consultations';
  readonly whoFiles: Bilingual;
  /** Since when each party is a Member; only a Member files, and only against a Member. */
  readonly members: Readonly<Record<PartyCode, IsoDate>>;
  readonly coveredAgreements: readonly CoveredAgreement[];
  readonly consultationProvisions: readonly ConsultationProvision[];
  readonly statementsOfEvidence: readonly StatementOfEvidenceRule[];
  /** By what symbols it names its documents: source of a regular expression. */
  readonly symbols: string;
  readonly source: string;
}

/** A forum that hears no complaint of one state against another: a request for it is refused with its reason (I-49). */
export interface ClosedForum {
  readonly code: ForumCode;
  readonly kind: 'closed';
  readonly name: Bilingual;
  readonly whoFiles: Bilingual;
  readonly symbols: string;
  readonly source: string;
}

export type Forum = OpenForum | ClosedForum;

/** A version of the rules of all forums. Plain data; a change is a new version, and a dossier names its own. */
export interface ForumRules {
  readonly version: string;
  readonly forums: readonly Forum[];
}
