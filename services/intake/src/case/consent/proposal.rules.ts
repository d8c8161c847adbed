import {
  canonicalJson,
  refuse,
  type Bilingual,
  type CaseId,
  type Instant,
  type IsoDate,
  type PartyCode,
  type PersonId,
  type Sha256,
} from '@parley/kernel';
import { sha256Text, type Awaits, type Clocks } from '@parley/procedure';
import type { AmendedFiling } from '../amendments/amendments.rules';
import type { CorrectionMatter } from '../amendments/correct-measure.rules';
import type { FiledCase } from '../case-commands.rules';
import { changeRefusals, commonRefusals, type NamedTime, type RunningDeadline } from '../common-refusals.rules';
import type { CaseBeside } from '../consolidation/consolidation.rules';
import { isParty, otherParty } from '../consultations/consultations.rules';
import { consentRefusals } from './consent.rules';

/**
 * True when a limit has run out and its default is not on record yet. The default comes before anything that is done
 * after it (I-18).
 */
export const defaultIsPending = ({ running }: FiledCase, at: Instant): boolean =>
  Object.values(running).some((deadline) => !isTimeToSign(deadline) && at >= deadline.dueAt);

interface OpenProposal {
  readonly kind: 'open';
  readonly found: Proposal;
  /** The side that acts on the proposal. */
  readonly party: PartyCode;
}

interface ActOnProposal {
  readonly party: PartyCode | null;
  readonly receivedAt: Instant;
  readonly signatories: Signatories;
  readonly proposalId: string;
}

/** The proposal that an act is about, if the person may still act on it. */
export function openProposal({ party, receivedAt, signatories, proposalId }: ActOnProposal, state: FiledCase) {
  if (!isParty(state, party)) return refuse(commonRefusals.notAParty);
  const found = state.proposals.find(({ id }) => id === proposalId);
  if (!found) return refuse(changeRefusals.unknownProposal);
  if (found.signatories !== signatories) return refuse(consentRefusals.notASignatory);
  const time = state.running[proposalId];
  // The time to object to a correction stands still, too.
  if (found.end === null && !time && state.status === 'suspended') return refuse(changeRefusals.suspended);
  if (found.end !== null || !time || receivedAt >= time.dueAt) return refuse(consentRefusals.proposalClosed);
  return { kind: 'open', found, party } satisfies OpenProposal;
}

/** The two sides whose signatures a proposal needs: the parties, or the co-heads, who decide jointly. */
export type Signatories = 'parties' | 'coheads';

/** What is proposed. Reasons are shown to the public in both languages at once (I-57, I-64). */
export type Matter =
  /** A running deadline is to end later, by so much of its own unit (I-20). */
  | { readonly kind: 'extension'; readonly deadline: string; readonly by: number; readonly reason: Bilingual }
  /** The screening is to stand still, until the end of a day if one is named (S11). */
  | { readonly kind: 'suspension'; readonly until: IsoDate | null; readonly reason: Bilingual }
  /** A suspended screening is to go on. */
  | { readonly kind: 'resumption'; readonly reason: Bilingual }
  /** The case is to go on under the complex track. */
  | { readonly kind: 'track'; readonly track: 'complex'; readonly reason: Bilingual }
  /** The case is to go on under a later version of the rules. */
  | { readonly kind: 'rules'; readonly version: string; readonly reason: Bilingual }
  /** Claims are to be added after the last day on which the complainant may add them alone (I-24). */
  | ({ readonly kind: 'supplement' } & AmendedFiling)
  /** Claims are to be revised after that day. The consent is to the end of that one grievance, and of no other. */
  | ({ readonly kind: 'replacement'; readonly replaces: Sha256 } & AmendedFiling)
  | CorrectionMatter
  /** The respondent's measures are to be screened in the same case, under claims of its own. */
  | ({ readonly kind: 'joinder' } & AmendedFiling)
  /** Cases between the parties are to go on side by side (I-31). */
  | { readonly kind: 'consolidation'; readonly beside: readonly CaseBeside[]; readonly reason: Bilingual }
  /** They are to go on apart again. */
  | { readonly kind: 'deconsolidation'; readonly reason: Bilingual }
  /** An ended screening is to be reopened (I-26). */
  | { readonly kind: 'reopening'; readonly reason: Bilingual };

export type MatterKind = Matter['kind'];

/** `unobjected`: a correction that nobody signed, and to which nobody objected in time. */
export type ProposalEnd = 'signed' | 'declined' | 'withdrawn' | 'lapsed' | 'unobjected';

/** Something that takes effect with a second signature over the same digest (I-04). */
export interface Proposal {
  /** Unique in its case: `proposal:1`, `proposal:2` … */
  readonly id: string;
  /** Counted from 1 in its case. */
  readonly n: number;
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

/** The content that a signature is over. */
export const signedOf = (caseId: CaseId, { id, signatories, matter }: Signed) =>
  ({ case: caseId, proposal: id, signatories, matter }) as const;

/** SHA-256 of the canonical JSON of what is signed. */
export const proposalDigest = (caseId: CaseId, proposal: Signed): Sha256 =>
  sha256Text(canonicalJson(signedOf(caseId, proposal)));

/** How a proposal came into effect. */
export interface Consent {
  readonly by: 'consent' | 'joint-decision';
  readonly at: Instant;
  readonly proposalId: string;
}

/**
 * The time to sign a proposal is no clock of the screening: no suspension stops it. The time to object to a correction
 * is one, since silence takes effect there.
 */
export const isTimeToSign = ({ clock }: Pick<RunningDeadline, 'clock'>): boolean => clock === 'consent';

/** Who is still to sign: the other one of the two. */
export const awaitedToSign = (signatories: Signatories, proposedBy: PartyCode, state: FiledCase): Awaits =>
  signatories === 'coheads' ? 'coheads' : `party:${otherParty(state, proposedBy)}`;

/**
 * How long a proposal may be signed, and by whom. An extension may be signed only while its deadline runs (I-20). A
 * correction counts unless it is declined in time.
 */
export function timeToSign(
  id: string,
  matter: Matter,
  awaits: Awaits,
  at: Instant,
  { running }: FiledCase,
  clocks: Clocks,
): RunningDeadline {
  const clock = matter.kind === 'correction' ? 'correction' : 'consent';
  const counted = { ...clocks.start(clock, { event: 'ConsentProposed', at }, id), awaits };
  const extended = matter.kind === 'extension' ? running[matter.deadline] : undefined;
  return extended && extended.dueAt < counted.dueAt ? withDeadline(id, awaits, at, extended.dueAt) : counted;
}

const withDeadline = (id: string, awaits: Awaits, at: Instant, dueAt: Instant): NamedTime => ({
  id,
  awaits,
  clock: 'consent',
  stage: 'consent',
  rule: 'I-20',
  trigger: { kind: 'act', event: 'ConsentProposed', instant: at },
  dueAt,
  provisional: false,
  arithmetic: {
    en: `It lapses with the deadline that it is to extend, at ${dueAt}.`,
    'zh-Hans': `与拟延长的期限同时失效，即 ${dueAt}。`,
  },
});
