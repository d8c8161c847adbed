import { isNoFactOfItsOwn, sayOf, toldAs, type PartyName } from '@parley/contracts';
import type { Bilingual } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';

/** One line of the chronology. */
export interface ChronologyLine {
  readonly at: string;
  readonly recordedAt: string;
  readonly what: Bilingual;
  /** Id of the public event that it rests on. */
  readonly event: string;
}

/**
 * What happened, in the order of instants in law, and at one instant in that of the procedure. An event of a type that
 * has no words yet is told by its name.
 * @param nameOf name of a party within a sentence
 */
export function chronologyOf(events: readonly PublicEvent[], nameOf: PartyName): readonly ChronologyLine[] {
  const told = events
    .filter(({ type }) => !isNoFactOfItsOwn(type))
    .map((event) => ({ event, ...(toldAs(event) ?? { key: event.type, values: {}, order: Infinity }) }));
  const ordered = told.toSorted((a, b) =>
    a.event.time < b.event.time ? -1 : a.event.time > b.event.time ? 1 : a.order === b.order ? 0 : a.order - b.order,
  );
  return ordered.map(({ event, key, values }) => ({
    at: event.time,
    recordedAt: event.recordedat,
    what: sayOf(key, values, nameOf),
    event: event.id,
  }));
}
