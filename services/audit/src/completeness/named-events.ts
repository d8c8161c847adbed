import type { RecordedEvent } from '@parley/event-store';
import type { DataSource } from 'typeorm';
import { subjectOf, type FindingCount } from './record-walk';
import { SeenEvents, type ToldMessage } from './seen-events';

/** The messages with some ids, of those that the audit was told. */
export type ToldById = (ids: readonly string[]) => Promise<readonly ToldMessage[]>;

/** Names that were found are remembered up to so many, since the events of a case name the same facts. */
const MOST_FOUND = 20_000;
/** Names that were not found yet are looked for once more at the end, up to so many. */
const MOST_OPEN = 10_000;

/**
 * Looks up every event that another one names, as its cause or as a fact on which it was decided: by its id, or by that
 * of the message in which another context told it, which is kept here. One statement a page of the walk, for all names
 * in it. What is not found is looked for once more at the end, since a message may have come later than what it caused.
 */
export class NamedEvents {
  readonly #seen = new SeenEvents();
  readonly #found = new Set<string>();
  readonly #open = new Map<string, string>();

  constructor(private readonly told: ToldById) {}

  /** Takes a page of the walk, in the order of the store. */
  async look(events: readonly RecordedEvent[], found: FindingCount): Promise<void> {
    for (const event of events) this.#seen.add(event);
    const names = new Map<string, string>();
    for (const event of events)
      for (const id of namedBy(event))
        if (!this.#seen.has(id) && !this.#found.has(id) && !this.#open.has(id)) names.set(id, subjectOf(event));
    for (const [id, subject] of await this.#missing(names)) {
      if (this.#open.size < MOST_OPEN) this.#open.set(id, subject);
      else found.add('unfounded', subject);
    }
  }

  /** Says what is named and is not there. */
  async end(found: FindingCount): Promise<void> {
    const open = new Map([...this.#open].filter(([id]) => !this.#seen.has(id)));
    for (const [, subject] of await this.#missing(open)) found.add('unfounded', subject);
  }

  async #missing(names: ReadonlyMap<string, string>): Promise<readonly (readonly [string, string])[]> {
    if (names.size === 0) return [];
    const there = (await this.told([...names.keys()])).filter((message) => this.#seen.hasToldBy(message));
    if (this.#found.size > MOST_FOUND) this.#found.clear();
    for (const { id } of there) this.#found.add(id);
    const known = new Set(there.map(({ id }) => id));
    return [...names].filter(([id]) => !known.has(id));
  }
}

/** A cause that is a command or an expiry is no event. */
const namedBy = ({ cause, facts }: RecordedEvent): readonly string[] =>
  cause.kind === 'event' ? [cause.id, ...facts] : facts;

/** The messages that the audit was told, as it keeps them. */
export const toldIn =
  (database: DataSource): ToldById =>
  async (ids) => {
    const rows: (Omit<ToldMessage, 'sequence' | 'recordedAt'> & { sequence: string; recorded_at: Date })[] =
      await database.query(
        `SELECT message_id AS id, type, subject, split_part(source, '/', 3) AS context, sequence, recorded_at
           FROM audit.facts WHERE message_id = ANY($1)`,
        [ids],
      );
    return rows.map(({ sequence, recorded_at, ...told }) => ({
      ...told,
      sequence: Number(sequence),
      recordedAt: recorded_at.toISOString(),
    }));
  };
