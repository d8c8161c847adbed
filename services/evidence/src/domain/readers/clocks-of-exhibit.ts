import type { Instant } from '@parley/kernel';
import type { Exhibit } from '../exhibit';
import type { KnownCase } from '../evidence-state';
import { loanDeadline } from '../loans/loan';
import { languagesDue } from '../translation/languages-due';
import { translationDeadline } from '../translation/translation-deadline';
import { readersDeadline } from './readers-deadline';

/** The clocks of the loans on which one co-head has signed. */
export const clocksOfLoans = ({ number, loans }: Exhibit): readonly string[] => loans.flatMap(({ to, decision }) => (decision ? [loanDeadline(number, to.assignment)] : []));

/**
 * The clocks that run for an exhibit and end with it: nobody translates, or decides on, what was taken back. One that had run out by then
 * is left to its default, which is late in being decided only (I-18).
 */
export const clocksOfExhibit = (exhibit: Exhibit, state: KnownCase, at: Instant): readonly string[] =>
  [...languagesDue(exhibit.writtenIn).map((language) => translationDeadline(exhibit, language)), readersDeadline(exhibit.number), ...clocksOfLoans(exhibit)].filter((id) => {
    const deadline = state.running[id];
    return state.standing[id] !== undefined || (deadline !== undefined && at < deadline.dueAt);
  });
