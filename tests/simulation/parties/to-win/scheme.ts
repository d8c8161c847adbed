import { derivedUuid } from '@parley/event-store';
import type { Instant, PersonId } from '@parley/kernel';
import type { SeededRandom } from '../../../chaos/seeded-random';
import { memberOf, type View } from '../act-kind';
import { ACTS } from '../acts';
import type { Offer } from '../attempt';
import { occupantsOf } from '../goals/panel.goals';

/** Something that a side does to win without the better case. */
export interface Blow {
  /** Type of the command, with whom or what it is aimed at; each is struck a few times in a case. */
  readonly name: string;
  /** The last instant at which it still counts, where the side waits for that; `null` for at once. */
  readonly at: Instant | null;
  offer(view: View, random: SeededRandom): Offer | undefined;
}

/** What the persons of one side steer at together, each by what the side may see. What hurts most comes first. */
export interface Scheme {
  readonly name: SchemeName;
  blows(view: View): readonly Blow[];
}

/** Names are told in the simulation's coverage. */
export const SCHEME_NAMES = [
  'end the screening without findings',
  'burn the other side’s people',
  'enter late what never came',
  'delay to the last instant',
  'withdraw after the interim text and file again',
] as const;
export type SchemeName = (typeof SCHEME_NAMES)[number];

const named = Map.groupBy(ACTS, ({ name }) => name);

/** A known act of the side's own people, as it is offered to them. @throws RangeError for an unknown name */
export function known(name: string, at: Instant | null = null): Blow {
  const kinds = named.get(name);
  if (!kinds) throw new RangeError(`nobody knows how to ${name}`);
  return { name, at, offer: (view, random) => random.pick(kinds).offer(view, random) };
}

/** An act in a case, as the service at that desk takes it. */
export const act = (
  desk: Offer['desk'],
  name: string,
  command: (view: View) => object,
  at: Instant | null = null,
): Blow => ({
  name,
  at,
  offer: (view) => ({ desk, caseId: inNoCase(desk) ? null : view.caseId, command: command(view) }) as unknown as Offer,
});

const inNoCase = (desk: Offer['desk']): boolean => ['roster', 'delegations', 'watchlist', 'hotline'].includes(desk);

/** Who sits for a side, in whatever stage. */
export const seatedOf = ({ panel }: View, party: string): readonly PersonId[] =>
  panel.status === 'opened' ? occupantsOf(panel).flatMap((each) => (each.party === party ? [each.member] : [])) : [];

/** A member of the side itself leaves the panel. */
export const leaves = (member: PersonId, at: Instant | null = null): Blow =>
  act(
    'panel',
    `RecuseMember ${member}`,
    (view) => ({ type: 'RecuseMember', ...memberOf(member, view), reason: [] }),
    at,
  );

const number = (seed: number, what: string): number =>
  Number.parseInt(derivedUuid(String(seed), 'to win', what).slice(0, 8), 16);

/** In so many of a hundred runs without a goal one side, or either, plays to win: a quarter of all runs. */
const PLAYING = 38;

export const playsToWin = (seed: number): boolean => number(seed, 'playing') % 100 < PLAYING;

/** What each of the two countries steers at, by its place; at least one of them does. */
export function namesOfSchemes(seed: number): readonly (SchemeName | undefined)[] {
  const who = number(seed, 'who') % 3;
  return [0, 1].map((place) =>
    who === 2 || who === place
      ? SCHEME_NAMES[number(seed, `scheme ${String(place)}`) % SCHEME_NAMES.length]
      : undefined,
  );
}
