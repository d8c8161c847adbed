import type { CaseParties, DomainEvent, Instant, PartyCode, PersonId, RefusalReason, Sha256 } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import { withCapacity } from '../composition/composition.rules';
import { unmarked } from '../marks/marks.rules';
import type { RecordedPanel } from '../panel/panel-state.rules';
import type { Certification, Issue } from './certification.rules';
import type { AttributedVote, Disposal, Finding } from './make-findings.rules';
import type { Step } from './steps.rules';

/** What closed a deliberation. */
export type ClosedBy = 'co-chairs' | 'time' | 'long-stop';

export interface DecidedFindings {
  /** Read by nobody outside the panel before they are issued (I-68). */
  readonly findings: readonly Finding[];
  readonly disposals: readonly Disposal[];
  /** Shown once the findings are issued (I-14). */
  readonly attributed: readonly AttributedVote[];
  readonly salt: string;
  readonly findingsDigest: Sha256;
  readonly steps: readonly Step[];
  readonly digest: Sha256;
  readonly decidedAt: Instant;
  readonly closedBy: ClosedBy;
  /** Sides of which a seat was not settled at the close: why a claim may be not agreed. */
  readonly incomplete: readonly PartyCode[];
  readonly certifications: readonly Certification[];
}

/** The time for votes is over, or the long-stop has passed. The deliberation is closed as of this instant. */
export type VotingTimeEnded = DomainEvent<
  'VotingTimeEnded',
  MovesClocks & { readonly by: Exclude<ClosedBy, 'co-chairs'> }
>;

/** The time for votes ended while a member was missing: nothing can be decided until parity is restored (I-02). */
export type FindingsAwaitParity = DomainEvent<'FindingsAwaitParity', MovesClocks>;

/** The findings are made and wait for certification. What they say stays with the panel (I-68). */
export type FindingsDecided = DomainEvent<
  'FindingsDecided',
  MovesClocks & {
    readonly by: ClosedBy;
    /** Sides of which a seat was not settled at the close, the complainant's first. */
    readonly incomplete: readonly PartyCode[];
    readonly steps: readonly Step[];
    /** Of the findings with their salt. */
    readonly findingsDigest: Sha256;
    /** Of the case, its steps and the digest of its findings: what the co-heads certify. */
    readonly digest: Sha256;
  }
>;

/** The findings, and the votes whose members chose to have them shown. Only the panel reads this (I-14, I-68). */
export type FindingsWritten = DomainEvent<
  'FindingsWritten',
  MovesClocks & {
    readonly findings: readonly Finding[];
    readonly disposals: readonly Disposal[];
    readonly attributed: readonly AttributedVote[];
    readonly salt: string;
  }
>;

/** A co-head certifies the procedure, not the substance. */
export type FindingsCertified = DomainEvent<
  'FindingsCertified',
  MovesClocks & { readonly by: PersonId; readonly party: PartyCode; readonly digest: Sha256; readonly jws?: string }
>;

/** The findings are final. The parties read them whole; others their outcomes, and the rest when it is published. */
export type FindingsIssued = DomainEvent<
  'FindingsIssued',
  MovesClocks & {
    readonly parties: CaseParties;
    /** What closed the deliberation, and who lacked a member then: why a claim may be not agreed. */
    readonly closedBy: ClosedBy;
    readonly incomplete: readonly PartyCode[];
    readonly findings: readonly Finding[];
    readonly disposals: readonly Disposal[];
    readonly attributed: readonly AttributedVote[];
    readonly salt: string;
    readonly digest: Sha256;
    readonly certifications: readonly Certification[];
    readonly issue: Issue;
  }
>;

export type FindingsEvent =
  VotingTimeEnded | FindingsAwaitParity | FindingsDecided | FindingsWritten | FindingsCertified | FindingsIssued;

export const decided = (
  state: RecordedPanel,
  { data: { by: closedBy, incomplete, steps, findingsDigest, digest }, occurredAt: decidedAt }: FindingsDecided,
): RecordedPanel => ({
  ...state,
  stage: {
    name: 'certifying',
    decision: {
      findings: [],
      disposals: [],
      attributed: [],
      salt: '',
      steps,
      findingsDigest,
      digest,
      decidedAt,
      closedBy,
      incomplete,
      certifications: [],
    },
  },
});

export function written(
  state: RecordedPanel,
  { data: { findings, disposals, attributed, salt } }: FindingsWritten,
): RecordedPanel {
  if (state.stage.name !== 'certifying') return state;
  const decision = { ...state.stage.decision, findings, disposals, attributed, salt };
  return { ...state, stage: { name: 'certifying', decision } };
}

export function certified(state: RecordedPanel, { data, occurredAt: receivedAt }: FindingsCertified): RecordedPanel {
  const { stage } = state;
  if (stage.name !== 'certifying' && stage.name !== 'issued') return state;
  const { by: coHead, party, digest, jws } = data;
  const certifications = [
    ...stage.decision.certifications,
    { coHead, party, digest, ...(jws === undefined ? {} : { jws }), receivedAt },
  ];
  const decision = { ...stage.decision, certifications };
  const after =
    stage.name === 'certifying'
      ? { ...stage, decision }
      : {
          ...stage,
          decision,
          issue: { ...stage.issue, missing: stage.issue.missing.filter((missing) => missing !== party) },
        };
  return withCapacity({ ...state, stage: after }, coHead, 'cohead');
}

export const issued = (state: RecordedPanel, { data }: FindingsIssued): RecordedPanel =>
  state.stage.name === 'certifying'
    ? { ...state, stage: { name: 'issued', decision: state.stage.decision, issue: data.issue, marking: unmarked } }
    : state;

/** Refusals about deliberation, votes, findings and their certification (S9). */
export const findingsRefusals = {
  notSeated: {
    code: 'not-seated',
    rule: 'I-08',
    status: 403,
    en: 'Only a seated member may do this.',
    'zh-Hans': '只有在任成员可以这样做。',
  },
  challenged: {
    code: 'member-challenged',
    rule: 'I-09',
    status: 403,
    en: 'A member with an undecided challenge cannot vote, sign, or read the panel’s deliberation.',
    'zh-Hans': '回避申请尚未决定的成员不得表决、签署或阅览专家组评议。',
  },
  parityBroken: {
    code: 'parity-broken',
    rule: 'I-02',
    en: 'A member is missing: the panel cannot vote or sign until parity is restored.',
    'zh-Hans': '成员缺位：对等性恢复之前，专家组不得表决或签署。',
  },
  notDeciding: {
    code: 'not-making-findings',
    rule: 'S9',
    en: 'The panel is not making findings.',
    'zh-Hans': '专家组不在作出结论阶段。',
  },
  votingOver: { code: 'voting-over', rule: 'I-11', en: 'The time for votes has passed.', 'zh-Hans': '表决期限已过。' },
  deliberationClosed: {
    code: 'deliberation-closed',
    rule: 'I-11',
    en: 'The deliberation is closed.',
    'zh-Hans': '评议已结束。',
  },
  claimWithdrawn: {
    code: 'claim-withdrawn',
    rule: 'I-30',
    en: 'The claim was withdrawn; no finding is made on it.',
    'zh-Hans': '该主张已撤回，不再就其作出结论。',
  },
  unknownClaim: {
    code: 'unknown-claim',
    rule: 'S9',
    status: 422,
    en: 'There is no such claim in this case.',
    'zh-Hans': '本案没有该项主张。',
  },
  textsTooLong: {
    code: 'findings-too-long',
    rule: 'S9',
    status: 422,
    en: 'Reasons and separate statements together would be longer than findings can be.',
    'zh-Hans': '理由与单独意见合计超过结论所能容纳的长度。',
  },
  notAllVoted: {
    code: 'not-all-voted',
    rule: 'S9',
    en: 'Not every seated member has voted on every claim and every objection of the reply.',
    'zh-Hans': '并非每位在任成员都已就每项主张及答复中的每项异议表决。',
  },
  unknownObjection: {
    code: 'unknown-objection',
    rule: 'S4',
    status: 404,
    en: 'The reply raised no such objection; the panel shows those that it did.',
    'zh-Hans': '答复没有提出该项异议；专家组的页面列明已提出的异议。',
  },
  unknownReasons: {
    code: 'unknown-reasons',
    rule: 'I-73',
    status: 422,
    en: 'No reasons of this digest are before the panel; lay your own down, or read those that are.',
    'zh-Hans': '专家组面前没有此摘要值的理由；可自行提出，或阅览现有的理由。',
  },
  closingAsked: {
    code: 'closing-already-asked',
    rule: 'S9',
    en: 'This co-chair has asked to close already.',
    'zh-Hans': '该共同主席已要求结束评议。',
  },
  noFindings: {
    code: 'no-findings',
    rule: 'S9',
    status: 404,
    en: 'There are no findings yet.',
    'zh-Hans': '尚无结论。',
  },
  notCertifying: {
    code: 'no-findings-to-certify',
    rule: 'S9',
    en: 'No findings await certification.',
    'zh-Hans': '没有待核证的结论。',
  },
  certificationLate: {
    code: 'certification-out-of-time',
    rule: 'S9',
    en: 'The time for certification has passed.',
    'zh-Hans': '核证期限已过。',
  },
} as const satisfies Record<string, RefusalReason>;
