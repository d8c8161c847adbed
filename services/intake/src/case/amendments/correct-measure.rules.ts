import { accept, parseIsoDate, refuse, type Bilingual, type DomainEvent, type RefusalReason } from '@parley/kernel';
import { isSameMeasure, latestDayInACapital } from '@parley/procedure';
import type { FiledCase } from '../case-commands.rules';
import type { CaseEvent, MovesClocks } from '../case-events.rules';
import { commonRefusals } from '../common-refusals.rules';
import type { Consent, Matter, Proposal } from '../consent/proposal.rules';
import type { Certification, Grievance, Receipt } from '../filing/file-grievance.rules';
import { filingRefusals } from '../filing/filing.rules';
import { hasInterimBy } from '../outcome/review.rules';
import { barFaults, type BarredClaim } from '../refiling/refiling.rules';
import { notOpen } from './amend-grievance.rules';
import { amendmentsRefusals, claimantOf } from './claim-of-other-fault.rules';

/**
 * What of a measure a clerk can mistype. Whose it is, which goods it falls on and when it ended say what is complained
 * of: only a replacement changes these.
 */
export const CORRECTED_FIELDS = ['number', 'issuer', 'date', 'title', 'citation'] as const;
type CorrectedField = (typeof CORRECTED_FIELDS)[number];

/** A clerical error in a measure is to be corrected, unless the other party objects in time (I-24). */
export interface CorrectionMatter {
  readonly kind: 'correction';
  readonly measure: string;
  readonly field: CorrectedField;
  /** The text as it stands; of a title, in one of its languages. */
  readonly was: string;
  readonly becomes: string;
  readonly reason: Bilingual;
  /** Of the grievance as corrected, where an objection is to make a replacement of it. */
  readonly certification?: Certification;
  /** Of what was certified. */
  readonly receipt?: Receipt;
}

/** A field of a measure reads otherwise from here on. No claim is replaced and no clock moves. */
export type MeasureCorrected = DomainEvent<
  'MeasureCorrected',
  MovesClocks &
    Omit<CorrectionMatter, 'kind' | 'certification' | 'receipt'> & {
      readonly proposalId: string;
      /** Whether the other party signed, or did not object. */
      readonly by: 'consent' | 'silence';
    }
>;

export const correctionRefusals = {
  noSuchMeasure: {
    code: 'no-such-measure',
    rule: 'I-24',
    status: 422,
    en: 'The grievance holds no measure with this id.',
    'zh-Hans': '申诉中没有该编号的措施。',
  },
  correctsAnotherText: {
    code: 'corrects-another-text',
    rule: 'I-24',
    status: 422,
    en: 'This is not how the field reads now; name its present text to the letter.',
    'zh-Hans': '该字段的现有文本并非如此；请逐字写明现有文本。',
  },
  correctionForm: {
    code: 'correction-form',
    rule: 'I-24',
    status: 422,
    en:
      'The field cannot read so: a date is a day such as 2025-02-01, and the other fields have the lengths of a ' +
      'filing.',
    'zh-Hans': '该字段不得如此填写：日期须为 2025-02-01 一类的日期，其他字段的长度与提交申诉时相同。',
  },
  correctedAlready: {
    code: 'corrected-already',
    rule: 'I-24',
    en:
      'A correction of this field of the measure was made, waits for an objection, or met one. Only a replacement ' +
      'changes it again.',
    'zh-Hans': '该措施的这一字段已作更正、正待异议期满或已遭异议。再作变更须经修订替换。',
  },
  anotherMeasure: {
    code: 'another-measure',
    rule: 'I-24',
    status: 422,
    en:
      'So much corrected, it would be another measure than the one that was complained of. That is no clerical ' +
      'error, and only a replacement does it.',
    'zh-Hans': '如此更正将使之成为所申诉措施以外的另一措施。这不属于笔误，须经修订替换。',
  },
  tooManyCorrections: {
    code: 'too-many-corrections-open',
    rule: 'I-24',
    en: 'Five corrections wait for an objection already; the next comes when one of them has ended.',
    'zh-Hans': '已有五项更正正待异议期满；其中一项了结后方可提出下一项。',
  },
} as const satisfies Record<string, RefusalReason>;

/** More at once would be a way to hide one among them. */
const MOST_OPEN = 5;
/** As a filing has them. */
const LONGEST: Readonly<Record<CorrectedField, number>> = {
  ...{ number: 200, issuer: 300, date: 10, title: 1_000, citation: 500 },
};

type Measure = Grievance['measures'][number];
type Change = Pick<CorrectionMatter, 'measure' | 'field' | 'was' | 'becomes'>;

/** The grievance with a field of one measure as it is to read; as it is where the field reads otherwise than named. */
export const correctedIn = (grievance: Grievance, change: Change): Grievance => ({
  ...grievance,
  measures: grievance.measures.map((each) => (each.id === change.measure ? correctedMeasure(each, change) : each)),
});

function correctedMeasure(measure: Measure, { field, was, becomes }: Omit<Change, 'measure'>): Measure {
  if (!reads(measure, field, was)) return measure;
  if (field !== 'title') return { ...measure, [field]: becomes };
  return { ...measure, title: measure.title.map((text) => (text.text === was ? { ...text, text: becomes } : text)) };
}

const reads = (measure: Measure, field: CorrectedField, text: string): boolean =>
  field === 'title' ? measure.title.some((each) => each.text === text) : measure[field] === text;

/** Corrections of a measure that count, or may yet: what its party took back and what came to nothing is left out. */
const madeOf = (measure: string, proposals: readonly Proposal[], but: string) =>
  proposals.flatMap(({ id, matter, end }) =>
    matter.kind === 'correction' && matter.measure === measure && id !== but && !GONE.has(end?.kind ?? '')
      ? [{ ...matter, isDone: end?.kind === 'signed' || end?.kind === 'unobjected' }]
      : [],
  );
const GONE: ReadonlySet<string> = new Set(['withdrawn', 'lapsed']);

/** The measure as it was before any correction, so that many small ones lead no further than one. */
const beforeCorrections = (measure: Measure, made: ReturnType<typeof madeOf>): Measure =>
  made
    .filter(({ isDone }) => isDone)
    .reduceRight(
      (then, { field, was, becomes }) => correctedMeasure(then, { field, was: becomes, becomes: was }),
      measure,
    );

const closedFor = (state: FiledCase) => {
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  return state.status === 'registered' ? undefined : notOpen(state);
};

/**
 * The effect of a correction, or why it has none. It resets no claim, since it stays the same measure by the test that
 * also bars claims from being filed again.
 */
export function correctMeasure(
  matter: CorrectionMatter,
  { at, proposalId }: Pick<Consent, 'at' | 'proposalId'>,
  state: FiledCase,
) {
  const closed = closedFor(state);
  if (closed) return closed;
  const { grievance, proposals } = state;
  const { field, was, becomes, reason } = matter;
  const measure = grievance.measures.find(({ id }) => id === matter.measure);
  if (!measure) return refuse(correctionRefusals.noSuchMeasure, '/measure');
  if (grievance.claims.some((claim) => claim.measure === measure.id && claimantOf(claim) === 'respondent'))
    return refuse(amendmentsRefusals.claimOfOther, '/measure');
  if (!reads(measure, field, was)) return refuse(correctionRefusals.correctsAnotherText, '/was');
  if (was === becomes) return refuse(amendmentsRefusals.amendmentChangesNothing, '/becomes');
  if (becomes.length > LONGEST[field] || (field === 'date' && parseIsoDate(becomes) === undefined))
    return refuse(correctionRefusals.correctionForm, '/becomes');
  if (field === 'date' && becomes > latestDayInACapital(at)) return refuse(filingRefusals.measureOfLater, '/becomes');
  const made = madeOf(measure.id, proposals, proposalId);
  if (made.some((other) => other.field === field)) return refuse(correctionRefusals.correctedAlready, '/field');
  const corrected = correctedMeasure(measure, matter);
  if (!isSameMeasure(beforeCorrections(measure, made), corrected))
    return refuse(correctionRefusals.anotherMeasure, '/becomes');
  const event: MeasureCorrected = {
    type: 'MeasureCorrected',
    occurredAt: at,
    rule: 'I-24',
    tier: 'PUBLIC',
    data: { proposalId, by: 'consent', measure: measure.id, field, was, becomes, reason, opens: [], closes: [] },
  };
  return accept<CaseEvent>(event);
}

/** Nobody objected in time. What cannot take effect any more, since the text has changed, comes to nothing. */
export function correctedBySilence(
  matter: CorrectionMatter,
  consent: Consent,
  state: FiledCase,
): CaseEvent | undefined {
  const effect = correctMeasure(matter, consent, state);
  if (effect.kind === 'refused') return undefined;
  const [event] = effect.events;
  return event?.type === 'MeasureCorrected'
    ? { ...event, data: { ...event.data, by: 'silence', closes: [consent.proposalId] } }
    : undefined;
}

/**
 * Why no correction is proposed now, or not this one. What could not come as a replacement after an objection does not
 * come as a correction: not from the interim text on, and not where the corrected claim is barred.
 */
export function correctionFault(
  matter: CorrectionMatter,
  at: Consent['at'],
  state: FiledCase,
  barred: readonly BarredClaim[] = [],
) {
  const closed = closedFor(state);
  if (closed) return closed;
  if (hasInterimBy(state, at)) return refuse(amendmentsRefusals.amendedAfterInterim);
  const open = state.proposals.filter(({ end, matter: { kind } }) => end === null && kind === 'correction');
  if (open.length >= MOST_OPEN) return refuse(correctionRefusals.tooManyCorrections);
  const before = barFaults(state.grievance, barred).map(({ path }) => path);
  const bar = barFaults(correctedIn(state.grievance, matter), barred).find(({ path }) => !before.includes(path));
  return bar && refuse(bar.reason, '/becomes');
}

export const isCorrection = (matter: Matter): matter is CorrectionMatter => matter.kind === 'correction';
