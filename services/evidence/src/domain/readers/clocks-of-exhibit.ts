import type { Exhibit } from '../exhibit';
import type { KnownCase } from '../evidence-state';
import { languagesDue } from '../translation/languages-due';
import { translationDeadline } from '../translation/translation-deadline';
import { readersDeadline } from './readers-deadline';

/** The clocks that run for an exhibit and end with it: nobody translates, or decides on, what was taken back. */
export const clocksOfExhibit = ({ number, writtenIn }: Exhibit, { running }: KnownCase): readonly string[] =>
  [...languagesDue(writtenIn).map((language) => translationDeadline(number, language)), readersDeadline(number)].filter((id) => running[id] !== undefined);
