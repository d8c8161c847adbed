import { latest, millisOf, plusMillis, type Instant } from '@parley/kernel';
import { instantOf } from '../../history/move';
import type { Restraint } from '../../history/restraint';
import { countriesOf } from '../../parties/countries';
import { NAMES, partOf } from './cast';
import { isAct, type Act } from './spoken/spoken-act';
import { spokenFor } from './spoken/spoken-acts';

/** Between two acts, so that everything that follows from the one has happened before the other. */
const BREATH_MS = 2 * 60_000;
/** From an expiry: the clock over there ticks on while it is asked. */
const CLEAR_MS = 5 * 60_000;
/** Moves above it are sent about an expiry. */
const WAITS_FOR_EXPIRY = 92;

const COUNTRIES = countriesOf(false);

/** In no haste: a move about an expiry comes well after it, and every other a breath after the last. */
const unhurried: Restraint['instantOf'] = (move, now, nextExpiry, random) => {
  const earliest = plusMillis(now, BREATH_MS);
  if (move.wait >= WAITS_FOR_EXPIRY && nextExpiry !== undefined)
    return latest(earliest, plusMillis(nextExpiry, CLEAR_MS));
  return latest(
    earliest,
    instantOf({ ...move, wait: Math.min(move.wait, WAITS_FOR_EXPIRY - 1) }, now, nextExpiry, random),
  );
};

/** Days and their working hours end on the hour, and what comes a minute later may come a day later. */
const isClearOfTheHour = (at: Instant): boolean => Number(at.slice(14, 16)) < 60 - CLEAR_MS / 60_000;

const isClearOf = (at: Instant, expiry: Instant | undefined): boolean =>
  expiry === undefined || Math.abs(millisOf(expiry) - millisOf(at)) >= CLEAR_MS;

/**
 * Whether a request can say it: a known act in its own words, by somebody who is there, for the own side and in the
 * right office.
 */
function isSayable(act: Act): boolean {
  const [spoken, part] = [spokenFor(act), partOf(act.by)];
  if (!spoken || !part || act.party !== (part.place === null ? null : COUNTRIES[part.place])) return false;
  const office = typeof spoken.by === 'function' ? spoken.by(act) : spoken.by;
  return part.office === office && (spoken.sayable?.(act) ?? true);
}

/** How the parties hold themselves in, so that all that they do can be done again over HTTP. */
export const holdIn: Restraint = {
  names: NAMES,
  instantOf: unhurried,
  allows: ({ command }, nextExpiry) =>
    isAct(command) &&
    isSayable(command) &&
    isClearOfTheHour(command.receivedAt) &&
    isClearOf(command.receivedAt, nextExpiry),
};
