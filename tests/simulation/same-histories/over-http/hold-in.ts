import { latest, millisOf, plusMillis, type Instant } from '@parley/kernel';
import { instantOf } from '../../history/move';
import type { Restraint } from '../../history/restraint';
import { countriesOf } from '../../parties/countries';
import { NAMES, partOf } from './cast';
import { isAct, type Act } from './spoken/spoken-act';
import { spokenFor } from './spoken/spoken-acts';

/** The time between two acts, so that everything that follows from the first has happened before the second. */
const BREATH_MS = 2 * 60_000;
/** The distance from an expiry, because the clock over there ticks on while requests are made. */
const CLEAR_MS = 5 * 60_000;
/** Moves with this wait or more are sent about an expiry. */
const WAITS_FOR_EXPIRY = 92;

const COUNTRIES = countriesOf(false);

/** A move about an expiry comes well after it, and any other move at least a breath after the last. */
const unhurried: Restraint['instantOf'] = (move, now, nextExpiry, random) => {
  const earliest = plusMillis(now, BREATH_MS);
  if (move.wait >= WAITS_FOR_EXPIRY && nextExpiry !== undefined)
    return latest(earliest, plusMillis(nextExpiry, CLEAR_MS));
  return latest(
    earliest,
    instantOf({ ...move, wait: Math.min(move.wait, WAITS_FOR_EXPIRY - 1) }, now, nextExpiry, random),
  );
};

/** Days and their working hours end on the hour, and an act that comes a minute later may count as a day later. */
const isClearOfTheHour = (at: Instant): boolean => Number(at.slice(14, 16)) < 60 - CLEAR_MS / 60_000;

const isClearOf = (at: Instant, expiry: Instant | undefined): boolean =>
  expiry === undefined || Math.abs(millisOf(expiry) - millisOf(at)) >= CLEAR_MS;

/**
 * True when a request can say an act: a known act, by a person who exists there, for the person's own side and in the
 * right office.
 */
function isSayable(act: Act): boolean {
  const [spoken, part] = [spokenFor(act), partOf(act.by)];
  if (!spoken || !part || act.party !== (part.place === null ? null : COUNTRIES[part.place])) return false;
  const office = typeof spoken.by === 'function' ? spoken.by(act) : spoken.by;
  return part.office === office && (spoken.sayable?.(act) ?? true);
}

/** Restrains the parties, so that all their acts can be done again over HTTP. */
export const holdIn: Restraint = {
  names: NAMES,
  instantOf: unhurried,
  allows: ({ command }, nextExpiry) =>
    isAct(command) &&
    isSayable(command) &&
    isClearOfTheHour(command.receivedAt) &&
    isClearOf(command.receivedAt, nextExpiry),
};
