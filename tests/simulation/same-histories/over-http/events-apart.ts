import type { RecordedEvent } from '@parley/event-store';
import { millisOf, type Actor, type Instant } from '@parley/kernel';
import { isOnTheHour, saysApart } from './what-it-says';

/** What of an event is to be the same there. */
export type ComparedEvent = Pick<RecordedEvent, 'type' | 'actor' | 'occurredAt'> & {
  /** What its payload comes to. */
  readonly says: string;
};

/** An act is done a little later there, and what is counted from its instant too. */
const TOLERANCE_MS = 2 * 60_000;
/** Acts are further apart. */
const MOMENT_MS = 60_000;

/**
 * Where the events of a stream are first not the same: their types in their order, side and office of who acted or that
 * nobody did, when in law, and what they say. An end of a working day is the same to the millisecond, everything else
 * nearly. The order of what happens at one moment, as defaults of one expiry do, is nobody's to say.
 * @returns one line, or nothing when they are the same
 */
export function eventsApart(
  category: string,
  here: readonly ComparedEvent[],
  there: readonly ComparedEvent[],
): readonly string[] {
  let from = 0;
  for (const moment of momentsOf(here)) {
    const apart = momentApart(moment, there.slice(from, from + moment.length));
    if (apart !== undefined) return [`${category} ${String(from)}: ${apart}`];
    from += moment.length;
  }
  return there.length > from ? [`${category} ${String(from)}: only there ${toldOf(there.slice(from))}`] : [];
}

/** Runs of events that follow one another and are as of one moment. */
function momentsOf(events: readonly ComparedEvent[]): readonly (readonly ComparedEvent[])[] {
  const moments: ComparedEvent[][] = [];
  for (const event of events) {
    const last = moments.at(-1);
    const [first] = last ?? [];
    if (last && first && Math.abs(millisOf(first.occurredAt) - millisOf(event.occurredAt)) < MOMENT_MS)
      last.push(event);
    else moments.push([event]);
  }
  return moments;
}

/** @returns `undefined` when the same happened */
function momentApart(here: readonly ComparedEvent[], there: readonly ComparedEvent[]): string | undefined {
  const left = [...there];
  for (const event of here) {
    const alike = left.filter((other) => isAlike(event, other));
    const same = alike.find(({ says }) => says === event.says);
    if (!same)
      return alike[0]
        ? `${event.type} says ${saysApart(event.says, alike[0].says)}`
        : `${toldOf(here)} here, and ${toldOf(there)} there`;
    left.splice(left.indexOf(same), 1);
  }
  return undefined;
}

const isAlike = (here: ComparedEvent, there: ComparedEvent): boolean =>
  here.type === there.type &&
  actorOf(here.actor) === actorOf(there.actor) &&
  isSameInstant(here.occurredAt, there.occurredAt);

const isSameInstant = (here: Instant, there: Instant): boolean =>
  here === there || (!isOnTheHour(here) && Math.abs(millisOf(here) - millisOf(there)) <= TOLERANCE_MS);

const actorOf = (actor: Actor): string =>
  actor.kind === 'person' ? `${actor.role} of ${String(actor.party)}` : 'the system';

const toldOf = (events: readonly ComparedEvent[]): string =>
  events.map((event) => `${event.type} by ${actorOf(event.actor)} at ${event.occurredAt}`).join(', ') || 'nothing';
