import {
  canonicalJson,
  type Bilingual,
  type CaseId,
  type Instant,
  type IsoDate,
  type PartyCode,
  type PersonId,
  type Sha256,
} from '@parley/kernel';
import { sha256Text } from '@parley/procedure';
import type { CaseBeside } from '../consolidation/consolidation';
import type { AmendedFiling } from '../amendments/amendments-commands';

/** Whose two signatures a proposal needs: the parties', or those of the co-heads, who decide jointly. */
export type Signatories = 'parties' | 'coheads';

/** What is proposed. Reasons are shown to the public in both languages at once (I-57, I-64). */
export type Matter =
  /** A running deadline is to end later, by so much of its own unit (I-20). */
  | { readonly kind: 'extension'; readonly deadline: string; readonly by: number; readonly reason: Bilingual }
  /** The screening is to stand still, until the end of a day where one is named (S11). */
  | { readonly kind: 'suspension'; readonly until: IsoDate | null; readonly reason: Bilingual }
  /** A suspended screening is to go on. */
  | { readonly kind: 'resumption'; readonly reason: Bilingual }
  /** The case is to go on under the complex track. */
  | { readonly kind: 'track'; readonly track: 'complex'; readonly reason: Bilingual }
  /** The case is to go on under a later version of the rules. */
  | { readonly kind: 'rules'; readonly version: string; readonly reason: Bilingual }
  /** Claims are to be added after the day up to which the complainant alone may (I-24). */
  | ({ readonly kind: 'supplement' } & AmendedFiling)
  /** The respondent's measures are to be screened in the same case, under claims of its own. */
  | ({ readonly kind: 'joinder' } & AmendedFiling)
  /** Cases between the parties are to go on side by side (I-31). */
  | { readonly kind: 'consolidation'; readonly beside: readonly CaseBeside[]; readonly reason: Bilingual }
  /** They are to go on apart again. */
  | { readonly kind: 'deconsolidation'; readonly reason: Bilingual }
  /** An ended screening is to be reopened (I-26). */
  | { readonly kind: 'reopening'; readonly reason: Bilingual };

export type MatterKind = Matter['kind'];

export type ProposalEnd = 'signed' | 'declined' | 'withdrawn' | 'lapsed';

/** Something that takes effect with a second signature over the same digest (I-04). */
export interface Proposal {
  /** Unique in its case: `proposal:1`, `proposal:2` … */
  readonly id: string;
  readonly matter: Matter;
  readonly signatories: Signatories;
  readonly proposedBy: PartyCode;
  readonly by: PersonId;
  readonly proposedAt: Instant;
  /** What both sign. */
  readonly digest: Sha256;
  readonly end: { readonly kind: ProposalEnd; readonly at: Instant } | null;
}

type Signed = Pick<Proposal, 'id' | 'signatories' | 'matter'>;

/** What a signature is over. */
export const signedOf = (caseId: CaseId, { id, signatories, matter }: Signed) =>
  ({ case: caseId, proposal: id, signatories, matter }) as const;

/** SHA-256 of the canonical JSON of what is signed. */
export const proposalDigest = (caseId: CaseId, proposal: Signed): Sha256 =>
  sha256Text(canonicalJson(signedOf(caseId, proposal)));

/** How what was proposed came into effect. */
export interface Consent {
  readonly by: 'consent' | 'joint-decision';
  readonly at: Instant;
  readonly proposalId: string;
}

/** Ids of proposals never stand for a clock of the screening: no suspension stops them. */
export const isProposalId = (id: string): boolean => id.startsWith('proposal:');
