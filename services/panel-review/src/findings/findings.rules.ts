import type { CaseParties, DomainEvent, Instant, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import { withCapacity } from '../composition/composition.rules';
import { unmarked } from '../marks/marks.rules';
import type { RecordedPanel } from '../panel/panel-state.rules';
import type { Certification, Issue } from './certification.rules';
import type { AttributedVote, Disposal, Finding } from './make-findings.rules';
import type { Step } from './steps.rules';
import type { FindingsTranslated, PanelTranslation, Untranslated } from './translated-findings.rules';

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
  readonly translations: readonly PanelTranslation[];
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
  MovesClocks & { readonly by: PersonId; readonly party: PartyCode; readonly digest: Sha256 }
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
    readonly translations: readonly PanelTranslation[];
    /** Texts of which the translation failed its time (I-57). */
    readonly untranslated: readonly Untranslated[];
    readonly issue: Issue;
  }
>;

export type FindingsEvent =
  | VotingTimeEnded
  | FindingsAwaitParity
  | FindingsDecided
  | FindingsWritten
  | FindingsTranslated
  | FindingsCertified
  | FindingsIssued;

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
      translations: [],
    },
  },
});

export function written(state: RecordedPanel, { data }: FindingsWritten | FindingsTranslated): RecordedPanel {
  if (state.stage.name !== 'certifying') return state;
  const { findings, disposals, attributed, salt, translations } = { ...state.stage.decision, ...data };
  const decision = { ...state.stage.decision, findings, disposals, attributed, salt, translations };
  return { ...state, stage: { name: 'certifying', decision } };
}

export function certified(state: RecordedPanel, { data, occurredAt: receivedAt }: FindingsCertified): RecordedPanel {
  const { stage } = state;
  if (stage.name !== 'certifying' && stage.name !== 'issued') return state;
  const { by: coHead, party, digest } = data;
  const certifications = [...stage.decision.certifications, { coHead, party, digest, receivedAt }];
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
