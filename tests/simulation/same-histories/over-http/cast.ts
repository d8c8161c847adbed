import type { PersonId } from '@parley/kernel';
import type { Office } from './spoken/spoken-act';

/** The number of names on each roster of the demonstration. */
export const NAMES = 6;

/** A part of the simulation that somebody of the demonstration can play. */
export interface Part {
  /** The user who plays the part as long as nobody was drawn: `us-desk` for `a-desk`, and `cn-panel-3` for `b-3`. */
  readonly user: string;
  /** The place of the country that appointed the person; `null` for persons whom neither appointed. */
  readonly place: 0 | 1 | null;
  readonly office: Office;
}

const SIDES = { a: 'us', b: 'cn' } as const;
const OFFICES: Readonly<Record<string, Office>> = { desk: 'desk', registry: 'registry', cohead: 'cohead' };

/** Persons whom the panel hears, and conciliators. */
const HEARD: Readonly<Record<string, Part>> = {
  economist: { user: 'expert', place: null, office: 'expert' },
  association: { user: 'third-party', place: null, office: 'third-party' },
  mediator: { user: 'conciliator', place: null, office: 'conciliator' },
  'mediator-2': { user: 'conciliator-2', place: null, office: 'conciliator' },
};

/** @returns nothing for a person without a part */
export function partOf(person: PersonId): Part | undefined {
  const heard = HEARD[person];
  if (heard) return heard;
  const [, side, who] = /^([ab])-(desk|registry|cohead|[1-9])$/.exec(person) ?? [];
  if ((side !== 'a' && side !== 'b') || who === undefined || (!(who in OFFICES) && Number(who) > NAMES))
    return undefined;
  const office = OFFICES[who] ?? 'panel';
  return { user: `${SIDES[side]}-${office === 'panel' ? `panel-${who}` : who}`, place: side === 'a' ? 0 : 1, office };
}

/** All users who may have to act. */
export const USERS = [
  ...Object.values(HEARD).map(({ user }) => user),
  ...Object.values(SIDES).flatMap((side) =>
    [...Object.keys(OFFICES), ...Array.from({ length: NAMES }, (_, index) => `panel-${String(index + 1)}`)].map(
      (who) => `${side}-${who}`,
    ),
  ),
];

/**
 * Who plays whom in one case. A lot falls on another user there than here. That user takes the part of the person who
 * was drawn here, in exchange for the former part.
 */
export class Cast {
  readonly #players = new Map(USERS.map((user) => [user, user]));

  /** @returns the person's own name when nobody plays the part */
  userOf(person: PersonId): string {
    const part = partOf(person);
    return (part && this.#players.get(part.user)) ?? person;
  }

  giveTo(user: string, person: PersonId): void {
    const part = partOf(person);
    const [given] = [...this.#players].find(([, player]) => player === user) ?? [];
    if (!part || given === undefined) throw new RangeError(`${user} cannot play ${person}`);
    this.#players.set(given, this.userOf(person));
    this.#players.set(part.user, user);
  }
}
