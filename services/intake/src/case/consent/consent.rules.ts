import type { DomainEvent, PartyCode, PersonId, RefusalReason, Sha256 } from '@parley/kernel';
import type { Act } from '../case-commands.rules';
import type { MovesClocks } from '../case-events.rules';
import type { MeasureCorrected } from '../amendments/correct-measure.rules';
import type { KnownCase } from '../filing/filing.rules';
import type { BarredClaim } from '../refiling/refiling.rules';
import type { Matter, MatterKind, Proposal, ProposalEnd, Signatories } from './proposal.rules';

/** A signature of a party's desk or of a co-head; its signatories say which. */
type Signing = Act & { readonly signatories: Signatories };

export type Propose = Signing & {
  readonly type: 'Propose';
  readonly matter: Matter;
  /** For a consolidation: the other cases as they were found; `null` where there is no such case. */
  readonly others?: readonly (KnownCase | null)[];
  /** For a correction: claims of other cases that it would file again before their time (I-68). */
  readonly barred?: readonly BarredClaim[];
};
export type SignProposal = Signing & {
  readonly type: 'SignProposal';
  readonly proposalId: string;
  readonly digest: Sha256;
};
/** The side that was asked says no, so nobody needs to wait for the lapse. */
export type DeclineProposal = Signing & { readonly type: 'DeclineProposal'; readonly proposalId: string };
/** The side that proposed takes it back, as long as it is not signed. */
export type WithdrawProposal = Signing & { readonly type: 'WithdrawProposal'; readonly proposalId: string };

export type ConsentCommand = Propose | SignProposal | DeclineProposal | WithdrawProposal;

interface OfProposal {
  readonly proposalId: string;
  /** The number of the proposal in its case. */
  readonly n: number;
  readonly matter: MatterKind;
}

export type ConsentProposed = DomainEvent<
  'ConsentProposed',
  MovesClocks & {
    readonly proposalId: string;
    readonly n: number;
    readonly matter: Matter;
    readonly signatories: Signatories;
    readonly party: PartyCode;
    readonly by: PersonId;
    readonly digest: Sha256;
  }
>;

/** The second signature over the same digest. Its effect is an event of its own at the same instant (I-04). */
export type ProposalSigned = DomainEvent<
  'ProposalSigned',
  MovesClocks &
    OfProposal & {
      readonly party: PartyCode;
      readonly by: PersonId;
      readonly digest: Sha256;
    }
>;
export type ProposalDeclined = DomainEvent<
  'ProposalDeclined',
  MovesClocks & OfProposal & { readonly party: PartyCode; readonly by: PersonId }
>;
export type ProposalWithdrawn = DomainEvent<
  'ProposalWithdrawn',
  MovesClocks & OfProposal & { readonly party: PartyCode; readonly by: PersonId }
>;
/** Nobody signed in time, and nothing changes. */
export type ProposalLapsed = DomainEvent<'ProposalLapsed', MovesClocks & OfProposal>;

export type ConsentEvent = ConsentProposed | ProposalSigned | ProposalDeclined | ProposalWithdrawn | ProposalLapsed;

const ENDS = {
  ProposalSigned: 'signed',
  ProposalDeclined: 'declined',
  ProposalWithdrawn: 'withdrawn',
  ProposalLapsed: 'lapsed',
  MeasureCorrected: 'unobjected',
} as const satisfies Record<Exclude<ConsentEvent['type'], 'ConsentProposed'> | 'MeasureCorrected', ProposalEnd>;

/** The proposals of a case after an event. A correction that the other party signed had its end with the signature. */
export function evolveProposals(
  proposals: readonly Proposal[],
  event: ConsentEvent | MeasureCorrected,
): readonly Proposal[] {
  if (event.type === 'MeasureCorrected' && event.data.by === 'consent') return proposals;
  if (event.type === 'ConsentProposed') {
    const { proposalId: id, n, matter, signatories, party, by, digest } = event.data;
    return [
      ...proposals,
      { id, n, matter, signatories, proposedBy: party, by, proposedAt: event.occurredAt, digest, end: null },
    ];
  }
  const end = { kind: ENDS[event.type], at: event.occurredAt };
  return proposals.map((proposal) => (proposal.id === event.data.proposalId ? { ...proposal, end } : proposal));
}

export const consentRefusals = {
  tooManyProposals: {
    code: 'too-many-proposals',
    rule: 'I-04',
    en: 'A side makes 100 proposals at most in one case, 10 of them of claims to be added or revised.',
    'zh-Hans': '一方在一案中最多提出 100 项提议，其中增加或修改主张的提议最多 10 项。',
  },

  proposedAlready: {
    code: 'proposed-already',
    rule: 'I-04',
    en: 'The same is proposed already and awaits a signature; sign that.',
    'zh-Hans': '相同提议已提出并待签署；请签署该提议。',
  },

  proposalClosed: {
    code: 'proposal-closed',
    rule: 'I-04',
    en: 'The proposal was signed, declined or taken back, or its time has passed; it may be made anew.',
    'zh-Hans': '该提议已签署、已拒绝、已收回或已逾期；可重新提出。',
  },

  notASignatory: {
    code: 'not-a-signatory',
    rule: 'I-04',
    status: 403,
    en: 'This proposal is signed by others: that of the parties by their desks, that of the co-heads by the co-heads.',
    'zh-Hans': '该提议由他人签署：当事方的提议由双方主管部门签署，共同负责人的提议由共同负责人签署。',
  },

  ownProposal: {
    code: 'own-proposal',
    rule: 'I-04',
    status: 403,
    en: 'A proposal is signed or declined by the other side.',
    'zh-Hans': '提议须由另一方签署或拒绝。',
  },

  proposalOfOther: {
    code: 'proposal-of-the-other-side',
    rule: 'I-04',
    status: 403,
    en: 'Only who made a proposal takes it back.',
    'zh-Hans': '只有提出方可以收回提议。',
  },

  noCaseToConsolidate: {
    code: 'no-case-to-consolidate',
    rule: 'I-31',
    status: 422,
    en:
      'Only other registered cases between the same parties, whose screening goes on, are ' +
      'consolidated with this one.',
    'zh-Hans': '只有相同当事方之间已登记且审查仍在进行的其他案件可与本案合并。',
  },
} as const satisfies Record<string, RefusalReason>;
