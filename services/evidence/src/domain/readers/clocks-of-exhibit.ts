import type { Instant } from '@parley/kernel';
import type { Exhibit } from '../exhibit';
import type { KnownCase } from '../evidence-state';
import { languagesDue } from '../translation/languages-due';
import { translationDeadline } from '../translation/translation-deadline';
import { readersDeadline } from './readers-deadline';

/**
 * The clocks that run for an exhibit and end with it: nobody translates, or decides on, what was taken back. One that had run out by then
 * is left to its default, which is late in being decided only (I-18).
 */
export const clocksOfExhibit = (exhibit: Exhibit, state: KnownCase, at: Instant): readonly string[] =>
  [...languagesDue(exhibit.writtenIn).map((language) => translationDeadline(exhibit, language)), readersDeadline(exhibit.number)].filter((id) => {
    const deadline = state.running[id];
    return state.standing[id] !== undefined || (deadline !== undefined && at < deadline.dueAt);
  });
