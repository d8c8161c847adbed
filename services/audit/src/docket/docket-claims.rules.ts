import type { Text } from '@parley/kernel';
import { numeralsOf } from '@parley/procedure';
import { factsIn, textIn, textsIn, wordsIn, type Facts } from './docket-deadlines.rules';
import type { DocketLine } from './docket-line.rules';

/** A measure complained of, as everybody may find it. */
export interface MeasureLine {
  readonly id: string;
  readonly wtoMember: string;
  readonly title: readonly Text[];
  readonly number: string;
  readonly issuer: string;
  readonly date: string;
  readonly citation: string;
  /** Empty while it is applied. */
  readonly endedOn: string;
}

/** Which measure is held against which provision. */
export interface ClaimLine {
  readonly id: string;
  readonly measure: string;
  /** Code of the agreement. */
  readonly agreement: string;
  /** Empty when the agreement as a whole is invoked. */
  readonly provision: string;
  /** `respondent` or empty. */
  readonly claimant: string;
  readonly isWithdrawn: boolean;
}

export interface ComplainedOf {
  readonly measures: readonly MeasureLine[];
  readonly claims: readonly ClaimLine[];
}

interface Entry {
  readonly kind: string;
  readonly at: string;
  readonly facts: Facts;
}

/** What a case is about, by the public entries of it, which may come in any order. */
export function complainedOf(entries: readonly Entry[]): ComplainedOf {
  const inOrder = entries.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  return inOrder.reduce<ComplainedOf>(afterEntry, { measures: [], claims: [] });
}

function afterEntry(before: ComplainedOf, { kind, facts }: Entry): ComplainedOf {
  switch (kind) {
    case 'case-registered':
    case 'grievance-amended':
      return {
        measures: factsIn(facts, 'measures').map(measureLine),
        claims: factsIn(facts, 'legalBasis').map(claimLine),
      };
    case 'measure-corrected':
      return { ...before, measures: before.measures.map((measure) => corrected(measure, facts)) };
    case 'claims-withdrawn':
      return { ...before, claims: withWithdrawn(before.claims, wordsIn(facts, 'claimIds'), true) };
    case 'claims-withdrawal-set-aside':
      return { ...before, claims: withWithdrawn(before.claims, wordsIn(facts, 'claimIds'), false) };
    default:
      return before;
  }
}

const withWithdrawn = (claims: readonly ClaimLine[], ids: readonly string[], isWithdrawn: boolean) =>
  claims.map((claim) => (ids.includes(claim.id) ? { ...claim, isWithdrawn } : claim));

function corrected(measure: MeasureLine, facts: Facts): MeasureLine {
  const [field, was, becomes] = [textIn(facts, 'field'), textIn(facts, 'was'), textIn(facts, 'becomes')];
  if (textIn(facts, 'measureId') !== measure.id) return measure;
  if (field === 'title')
    return { ...measure, title: measure.title.map((text) => (text.text === was ? { ...text, text: becomes } : text)) };
  return { ...measure, [field]: becomes };
}

const measureLine = (measure: Facts): MeasureLine => ({
  id: textIn(measure, 'id'),
  wtoMember: textIn(measure, 'wtoMember'),
  title: textsIn(measure, 'title'),
  number: textIn(measure, 'number'),
  issuer: textIn(measure, 'issuer'),
  date: textIn(measure, 'date'),
  citation: textIn(measure, 'citation'),
  endedOn: textIn(measure, 'endedOn'),
});

const claimLine = (claim: Facts): ClaimLine => ({
  id: textIn(claim, 'id'),
  measure: textIn(claim, 'measureId'),
  agreement: textIn(claim, 'agreement'),
  provision: textIn(claim, 'provision'),
  claimant: textIn(claim, 'claimant'),
  isWithdrawn: false,
});

/** What the line of a case says of a grievance. */
export const matterIn = (facts: Facts): Pick<DocketLine, 'subject' | 'publicSummary' | 'measuresOf'> => ({
  subject: textsIn(facts, 'subject'),
  publicSummary: textsIn(facts, 'publicSummary'),
  measuresOf: wordsIn(facts, 'measuresOf'),
});

/** What a line says of all that was ever complained of, with what more facts tell. */
export function everComplainedOf(line: EverComplainedOf, facts: Facts): EverComplainedOf {
  const numbers = factsIn(facts, 'measures').flatMap((measure) => {
    const number = textIn(measure, 'number');
    return number === '' ? [] : [numeralsOf(number)];
  });
  const agreements = factsIn(facts, 'legalBasis').map((claim) => textIn(claim, 'agreement'));
  const kept = new Map([...(line.measureNumbers ?? []), ...numbers].map((each) => [each.join(' '), each]));
  return {
    agreements: [...new Set([...(line.agreements ?? []), ...agreements])].sort(),
    measureNumbers: [...kept].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each),
  };
}

type EverComplainedOf = Pick<DocketLine, 'agreements' | 'measureNumbers'>;
