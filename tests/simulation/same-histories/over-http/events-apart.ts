import type { RecordedEvent } from '@parley/event-store';
import { millisOf, type Actor, type Instant } from '@parley/kernel';
import { isOnTheHour, saysApart } from './what-it-says';

/** The parts of an event that must be the same there. */
export type ComparedEvent = Pick<RecordedEvent, 'type' | 'actor' | 'occurredAt'> & {
  /** The payload, with words in the place of what is made there. */
  readonly says: string;
};

/** An act is done a little later there, and so is everything that is counted from its instant. */
const TOLERANCE_MS = 2 * 60_000;
/** Events closer than this belong to one moment; acts are further apart. */
const MOMENT_MS = 60_000;

/**
 * Finds the first place at which the events of a stream differ: in type and order, in the side and office of the actor,
 * in the instant in law, or in what they say. An end of a working day must be the same to the millisecond, any other
 * instant nearly. Events of one moment, such as defaults of one expiry, may come in any order.
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

/** Groups of successive events of one moment. */
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
