import type { Instant } from '@parley/kernel';
import type { Exhibit } from '../exhibit';
import type { KnownCase } from '../evidence-state';
import { loanDeadline } from '../loans/loan';
import { languagesDue } from '../translation/languages-due';
import { translationDeadline } from '../translation/translation-deadline';
import { readersDeadline } from './readers-deadline';

/** The clocks of the loans on which one co-head has signed, where they have not run out. */
export const clocksOfLoans = (
  { number, loans }: Pick<Exhibit, 'number' | 'loans'>,
  state: KnownCase,
  at: Instant,
): readonly string[] =>
  loans
    .flatMap(({ to, decision }) => (decision ? [loanDeadline(number, to.assignment)] : []))
    .filter(runsIn(state, at));

const runsIn =
  ({ running, standing }: KnownCase, at: Instant) =>
  (id: string): boolean => {
    const deadline = running[id];
    return standing[id] !== undefined || (deadline !== undefined && at < deadline.dueAt);
  };

/** The clock of a change of its readers on which one co-head has signed, where it has not run out. */
export const clockOfDecision = ({ number, decision }: Exhibit, state: KnownCase, at: Instant): readonly string[] =>
  (decision ? [readersDeadline(number)] : []).filter(runsIn(state, at));

/**
 * The clocks that run for an exhibit and end with it: nobody translates, or decides on, what was taken back. One that
 * had run out by then is left to its default, which is late in being decided only (I-18).
 */
export const clocksOfExhibit = (exhibit: Exhibit, state: KnownCase, at: Instant): readonly string[] => [
  ...[
    ...languagesDue(exhibit.writtenIn).map((language) => translationDeadline(exhibit, language)),
    readersDeadline(exhibit.number),
  ].filter(runsIn(state, at)),
  ...clocksOfLoans(exhibit, state, at),
];
