import type { ClockId } from '@parley/procedure';
import type { NamedTime } from '../running-deadline';

/**
 * Who may know that a clock runs, and of what came of it: as many as may know of the event that starts it. `anybody`
 * where that is a public fact; `panel` where the panel knows of it as well as the parties; `parties` where it stands
 * between these and the secretariat.
 */
export type ClockReaders = 'anybody' | 'panel' | 'parties';

type Clock = ClockId | NamedTime['clock'];

const READERS: Readonly<Record<Clock, ClockReaders>> = {
  completeness: 'parties',
  cure: 'parties',
  reply: 'anybody',
  consultations: 'anybody',
  officials: 'anybody',
  nomination: 'anybody',
  disclosure: 'anybody',
  challenge: 'anybody',
  'challenge-decision': 'anybody',
  'information-request': 'anybody',
  'expert-comments': 'anybody',
  review: 'anybody',
  'interim-comments': 'anybody',
  findings: 'anybody',
  'late-findings': 'anybody',
  certification: 'anybody',
  'conciliation-answer': 'anybody',
  'settlement-window': 'anybody',
  obligation: 'anybody',
  'status-report': 'anybody',
  'compliance-review': 'anybody',
  dossier: 'anybody',
  // Its id names an exhibit, which only the exhibit's own readers may know of.
  translation: 'parties',
  // That none was given is public, that one was given is not.
  summary: 'panel',
  'readers-decision': 'parties',
  delivery: 'parties',
  retrieval: 'parties',
  'long-stop': 'anybody',
  consent: 'parties',
  suspension: 'anybody',
  'urgency-refusal': 'parties',
  'urgency-confirmation': 'anybody',
  'first-call': 'anybody',
  call: 'anybody',
  'suspension-end': 'anybody',
  // Whether it was answered is public, and when; that it still runs stands between the sides.
  hotline: 'parties',
};

/** The readers of a clock; of one of a later day the parties alone. */
export const readersOfClock = (clock: string): ClockReaders => (isKnown(clock) ? READERS[clock] : 'parties');

const isKnown = (clock: string): clock is Clock => Object.hasOwn(READERS, clock);

/**
 * Whether a reader of a case may know that a clock runs in it. @param betweenParties whether the reader reads what
 * passes between the parties
 */
export const mayKnowOfClock = ({ clock }: { readonly clock: string }, betweenParties: boolean): boolean =>
  betweenParties || readersOfClock(clock) !== 'parties';

/** The clocks whose runs are public facts. */
export const PUBLIC_CLOCKS: readonly string[] = Object.keys(READERS).filter(
  (clock) => readersOfClock(clock) === 'anybody',
);
