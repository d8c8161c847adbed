import {
  canonicalJson,
  type CaseId,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type RefusalReason,
  type Sha256,
  type Text,
} from '@parley/kernel';
import { sha256Text, type MovesClocks, type StandingPaper } from '@parley/procedure';
import { withCapacity } from '../composition/composition.rules';
import { withMaterial, type Material } from '../information/information.rules';
import type { RecordedPanel } from '../panel/panel-state.rules';
import { replacedBy } from './papers.rules';

export type ExpertsProposed = DomainEvent<
  'ExpertsProposed',
  MovesClocks & { readonly party: PartyCode; readonly by: PersonId; readonly experts: readonly ProposedExpert[] }
>;

/** Both co-chairs agreed on the expert and on what is asked. */
export type ExpertTaken = DomainEvent<
  'ExpertTaken',
  MovesClocks & { readonly expertId: string; readonly questions: readonly Text[]; readonly personId?: PersonId }
>;

/** An expert says, before the report, what may bear on it. */
export type ExpertDisclosed = DomainEvent<
  'ExpertDisclosed',
  MovesClocks & { readonly expertId: string; readonly by: PersonId; readonly statement: readonly Text[] }
>;

/**
 * The registry, or the expert, serves the report on both parties and the panel at once; the time for comments starts.
 */
export type ExpertReportServed = DomainEvent<
  'ExpertReportServed',
  MovesClocks & {
    readonly expertId: string;
    readonly materialId: string;
    readonly by: PersonId;
    /** Absent where the registry received it. */
    readonly as?: 'expert';
    /** There where the registry received it. */
    readonly paper?: StandingPaper;
    /** The paper in the place of which the expert has given it. */
    readonly replaces?: string;
    readonly text: readonly Text[];
    readonly exhibits: readonly string[];
  }
>;

/** Both parties have commented on a report, or the time for it is over. */
export type ReportCommentsClosed = DomainEvent<
  'ReportCommentsClosed',
  MovesClocks & { readonly materialId: string; readonly missing: readonly PartyCode[] }
>;

export type ExpertEvent = ExpertsProposed | ExpertTaken | ExpertDisclosed | ExpertReportServed | ReportCommentsClosed;

/** Somebody whom a party proposes to be asked on a question of fact. */
export interface ProposedExpert {
  /** `expert:US:1`, the first one on that party's list. */
  readonly id: string;
  readonly name: readonly Text[];
  readonly expertise: readonly string[];
  /** The person who would act as that expert here; left out where the registry is to receive the report. */
  readonly personId?: PersonId;
}

/** A party's one list. */
export interface ExpertList {
  readonly party: PartyCode;
  readonly experts: readonly ProposedExpert[];
  readonly proposedAt: Instant;
}

/** An expert on whom both co-chairs agreed, with what is asked. */
export interface TakenExpert {
  readonly expertId: string;
  readonly questions: readonly Text[];
  readonly takenAt: Instant;
  /** Id of the report; `null` before it is served. */
  readonly report: string | null;
  /** The person who acts as that expert here; left out where the registry receives the report. */
  readonly personId?: PersonId;
  /** What may bear on the report, as the expert said before it. */
  readonly disclosure?: { readonly statement: readonly Text[]; readonly disclosedAt: Instant };
}

/**
 * The questions that a co-chair would ask an expert. They stay in deliberation until both co-chairs choose the same.
 */
export interface ExpertChoice {
  readonly by: PersonId;
  readonly expertId: string;
  readonly questions: readonly Text[];
  readonly digest: Sha256;
}

/** What two co-chairs agree on: the SHA-256 of the canonical JSON of case, expert and questions. */
export const expertDigest = (caseId: CaseId, expertId: string, questions: readonly Text[]): Sha256 =>
  sha256Text(canonicalJson({ caseId, expert: expertId, questions }));

/** The clock of the comments on a report: `expert-comments:report:1`. */
export const commentClockId = (reportId: string): string => `expert-comments:${reportId}`;

export const proposed = (
  state: RecordedPanel,
  { data: { party, experts, by }, occurredAt: proposedAt }: ExpertsProposed,
): RecordedPanel =>
  withCapacity({ ...state, expertLists: [...state.expertLists, { party, experts, proposedAt }] }, by, 'desk');

/** Being named gives no capacity: it comes from the expert's own act, the disclosure or the report (I-05). */
export function taken(
  state: RecordedPanel,
  { data: { expertId, questions, personId }, occurredAt: takenAt }: ExpertTaken,
): RecordedPanel {
  const expert = { expertId, questions, takenAt, report: null, ...(personId === undefined ? {} : { personId }) };
  return { ...state, takenExperts: [...state.takenExperts, expert] };
}

export const disclosedAsExpert = (
  state: RecordedPanel,
  { data: { expertId, by, statement }, occurredAt: disclosedAt }: ExpertDisclosed,
): RecordedPanel => {
  const takenExperts = state.takenExperts.map((expert) =>
    expert.expertId === expertId ? { ...expert, disclosure: { statement, disclosedAt } } : expert,
  );
  return withCapacity({ ...state, takenExperts }, by, 'expert');
};

export function reported(state: RecordedPanel, { data, occurredAt: servedAt }: ExpertReportServed): RecordedPanel {
  const { materialId: id, expertId, text, exhibits, by, as = 'registry', paper } = data;
  const report: Material = {
    id,
    kind: 'expert-report',
    about: expertId,
    party: null,
    text,
    exhibits,
    servedAt,
    comments: [],
    ...(paper ? { paper } : {}),
  };
  const takenExperts = state.takenExperts.map((expert) =>
    expert.expertId === expertId ? { ...expert, report: id } : expert,
  );
  const before = replacedBy({ ...state, takenExperts }, id, data, servedAt);
  return withCapacity(withMaterial(before, report), by, as);
}

/** Refusals about jointly picked experts (S7). */
export const expertRefusals = {
  expertsProposed: {
    code: 'experts-proposed',
    rule: 'S7',
    en: 'This side has proposed its list; each side has one.',
    'zh-Hans': '该方已提出名单；每方限提一份。',
  },
  unknownExpert: {
    code: 'unknown-expert',
    rule: 'S7',
    status: 422,
    en: 'The expert is on the list of neither side.',
    'zh-Hans': '该专家不在任何一方的名单上。',
  },
  expertTaken: {
    code: 'expert-taken',
    rule: 'S7',
    en: 'Both co-chairs have agreed on this expert.',
    'zh-Hans': '两名共同主席已就该专家达成一致。',
  },
  tooManyExperts: {
    code: 'too-many-experts',
    rule: 'S7',
    en: 'A panel asks at most 10 experts.',
    'zh-Hans': '专家组至多征询十名专家。',
  },
  expertEngaged: {
    code: 'otherwise-engaged-in-the-case',
    rule: 'I-05',
    status: 422,
    en: 'This person does something else in the case, and cannot be heard in it from outside.',
    'zh-Hans': '该人员在本案中另有职务，不得作为案外人员陈述意见。',
  },
  expertDisclosed: {
    code: 'expert-has-disclosed',
    rule: 'I-35',
    en: 'The disclosure is on record, and what is on record is not changed.',
    'zh-Hans': '披露声明已载入记录，已载入记录的内容不得更改。',
  },
  expertNotDisclosed: {
    code: 'expert-has-not-disclosed',
    rule: 'S7',
    en: 'An expert discloses, before the report, what may bear on it. Make the disclosure first.',
    'zh-Hans': '专家应在提交报告前披露可能影响报告的情况。请先作出披露。',
  },
  expertNotTaken: {
    code: 'expert-not-taken',
    rule: 'S7',
    status: 404,
    en: 'Both co-chairs have not agreed on such an expert.',
    'zh-Hans': '两名共同主席未就该专家达成一致。',
  },
  reportServed: {
    code: 'report-served',
    rule: 'S7',
    en: 'The report of this expert has been served.',
    'zh-Hans': '该专家的报告已送达。',
  },
} as const satisfies Record<string, RefusalReason>;
