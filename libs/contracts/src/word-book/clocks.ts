import type { Bilingual } from '@parley/kernel';
import { currentRuleSet, type ClockId } from '@parley/procedure';
import { both, type Pair } from './entry';

/**
 * Whose act a clock awaits. `side`: the party that the deadline's id names, such as `US` in `nomination:US:1`.
 * `other-side`: the one that it does not name, as for the challenge of that seat's member. `nominee`: one person.
 * `nobody`: it runs out by itself.
 */
export type OwedBy =
  | 'complainant'
  | 'respondent'
  | 'parties'
  | 'side'
  | 'other-side'
  | 'nominee'
  | 'registry'
  | 'panel'
  | 'coheads'
  | 'nobody';

/**
 * Who may know that a clock runs, and of what came of it: as many as may know of the event that starts it. `anybody`
 * where that is a public fact; `panel` where the panel knows of it as well as the parties; `parties` where it stands
 * between these and the secretariat.
 */
export type ClockReaders = 'anybody' | 'panel' | 'parties';

/** A clock of the rules, or a time that nobody counts: an act names its instant. */
export type Clock = ClockId | 'call' | 'hotline' | 'suspension-end';

/** A row of the book: what a clock is called, whose act it awaits and who may know of it. */
export interface ClockRow {
  readonly name: Bilingual;
  readonly owedBy: OwedBy;
  readonly readers: ClockReaders;
  /** What silence does, of a time that nobody counts: of a counted one its rule set says it. */
  readonly onSilence?: Bilingual;
}

/** Clocks of the rules are called what the rule set calls them. */
const counted = (id: ClockId, owedBy: OwedBy, readers: ClockReaders): ClockRow => ({
  name: nameIn(id),
  owedBy,
  readers,
});

const named = (owedBy: OwedBy, readers: ClockReaders, name: Pair, onSilence: Pair): ClockRow => ({
  ...{ name: both(name), owedBy, readers, onSilence: both(onSilence) },
});

function nameIn(id: ClockId): Bilingual {
  const { standard, complex, urgent } = currentRuleSet.tracks;
  const rule = standard.clocks[id] ?? complex.clocks[id] ?? urgent.clocks[id];
  if (rule === undefined) throw new RangeError(`no clock of any track: ${id}`);
  return rule.description;
}

/** Every clock that runs in a case or on the hotline. */
export const clockRows: Readonly<Record<Clock, ClockRow>> = {
  completeness: counted('completeness', 'registry', 'parties'),
  cure: counted('cure', 'complainant', 'parties'),
  reply: counted('reply', 'respondent', 'anybody'),
  consultations: counted('consultations', 'parties', 'anybody'),
  officials: counted('officials', 'parties', 'anybody'),
  nomination: counted('nomination', 'side', 'anybody'),
  disclosure: counted('disclosure', 'nominee', 'anybody'),
  challenge: counted('challenge', 'other-side', 'anybody'),
  'challenge-decision': counted('challenge-decision', 'coheads', 'anybody'),
  'information-request': counted('information-request', 'side', 'anybody'),
  'expert-comments': counted('expert-comments', 'parties', 'anybody'),
  review: counted('review', 'panel', 'anybody'),
  'interim-comments': counted('interim-comments', 'parties', 'anybody'),
  findings: counted('findings', 'panel', 'anybody'),
  'late-findings': counted('late-findings', 'panel', 'anybody'),
  certification: counted('certification', 'coheads', 'anybody'),
  'conciliation-answer': counted('conciliation-answer', 'side', 'anybody'),
  'settlement-window': counted('settlement-window', 'parties', 'anybody'),
  obligation: counted('obligation', 'side', 'anybody'),
  'status-report': counted('status-report', 'side', 'anybody'),
  'compliance-review': counted('compliance-review', 'parties', 'anybody'),
  dossier: counted('dossier', 'coheads', 'anybody'),
  // Its id names an exhibit, which only the exhibit's own readers may know of.
  translation: counted('translation', 'side', 'parties'),
  // That none was given is public, that one was given is not.
  summary: counted('summary', 'side', 'panel'),
  'readers-decision': counted('readers-decision', 'coheads', 'parties'),
  delivery: counted('delivery', 'registry', 'parties'),
  retrieval: counted('retrieval', 'parties', 'parties'),
  'long-stop': counted('long-stop', 'nobody', 'anybody'),
  consent: counted('consent', 'parties', 'parties'),
  suspension: counted('suspension', 'nobody', 'anybody'),
  'urgency-refusal': counted('urgency-refusal', 'coheads', 'parties'),
  'urgency-confirmation': counted('urgency-confirmation', 'panel', 'anybody'),
  'first-call': counted('first-call', 'parties', 'anybody'),
  call: named(
    'parties',
    'anybody',
    ['answer to a call', '应答通话'],
    ['The call is recorded as unanswered, which is a public fact.', '记录为未应答，并予公开。'],
  ),
  // Whether it was answered is public, and when; that it still runs stands between the sides.
  hotline: named(
    'parties',
    'parties',
    ['acknowledgement of a request on the hotline', '应答热线请求'],
    [
      'The request goes to the next rung, and that it was not answered is a public fact.',
      '请求转至下一级，未获应答一事予以公开。',
    ],
  ),
  'suspension-end': named(
    'nobody',
    'anybody',
    ['end of the suspension', '中止期满'],
    ['The screening goes on.', '审查继续进行。'],
  ),
};

/** The row of a clock; none of one of a later day. */
export const clockRow = (clock: string): ClockRow | undefined => (isClock(clock) ? clockRows[clock] : undefined);

const isClock = (clock: string): clock is Clock => Object.hasOwn(clockRows, clock);

/** Whose act a clock awaits; of one of a later day either party's. */
export const owedBy = (clock: string): OwedBy => clockRow(clock)?.owedBy ?? 'parties';

/** The readers of a clock; of one of a later day the parties alone. */
export const readersOfClock = (clock: string): ClockReaders => clockRow(clock)?.readers ?? 'parties';

/**
 * Whether a reader of a case may know that a clock runs in it. @param betweenParties whether the reader reads what
 * passes between the parties
 */
export const mayKnowOfClock = ({ clock }: { readonly clock: string }, betweenParties: boolean): boolean =>
  betweenParties || readersOfClock(clock) !== 'parties';

/** The clocks whose runs are public facts. */
export const PUBLIC_CLOCKS: readonly string[] = Object.keys(clockRows).filter(
  (clock) => readersOfClock(clock) === 'anybody',
);

/** What a clock is called; one of a later day is named by its code. */
export const clockName = (clock: string): Bilingual =>
  clockRow(clock)?.name ?? { en: clock.replaceAll('-', ' '), 'zh-Hans': clock };
