import type { Exhibit } from '../exhibit';
import type { KnownCase } from '../evidence-state';
import { languagesDue } from '../translation/languages-due';
import { translationDeadline } from '../translation/translation-deadline';
import { readersDeadline } from './readers-deadline';

/** The clocks that run for an exhibit and end with it: nobody translates, or decides on, what was taken back. */
export const clocksOfExhibit = (exhibit: Exhibit, { running }: KnownCase): readonly string[] =>
  [...languagesDue(exhibit.writtenIn).map((language) => translationDeadline(exhibit, language)), readersDeadline(exhibit.number)].filter((id) => running[id] !== undefined);
