import type { PartyCode } from '@parley/kernel';
import type { SeededRandom } from '../../chaos/seeded-random';
import type { ActKind, View } from './act-kind';
import { ACTS } from './acts';
import type { Offer } from './attempt';
import { exhibitPrefix, otherCountry, personOf, type Countries } from './countries';
import { activity, mistakes, type Temper } from './temper';

/** The part of a running deadline that says who is asked for what. */
interface Due {
  /** Names the country that is asked: `disclosure:US:2`. */
  readonly id: string;
  readonly clock: string;
  readonly dueAt: string;
}

/**
 * Acts that no clock asks for. They are drawn by themselves too, because among all acts they would hardly ever be done.
 */
const UNASKED = ACTS.filter(({ answers }) => answers.length === 0);
const ANSWERS = Map.groupBy(
  ACTS.flatMap((kind) => kind.answers.map((clock) => [clock, kind] as const)),
  ([clock]) => clock,
);
const SOONEST = 4;
const TRIES = 4;

/**
 * An act that somebody does now: mostly one that one of the soonest deadlines asks for, now and then any; `undefined`
 * when nobody does anything.
 * @param viewOf the case as the officials and members of a country see it
 */
export function chooseAct(
  countries: Countries,
  viewOf: (party: PartyCode) => View,
  random: SeededRandom,
): Offer | undefined {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const seen = viewOf(random.pick(countries));
    const due = random.percent(74) ? soonest(seen, random) : undefined;
    const view = due ? viewOf(countries.find((country) => due.id.split(':').includes(country)) ?? seen.party) : seen;
    const kind = random.pick(due ? answersTo(due) : random.percent(60) ? UNASKED : ACTS);
    const temper = view.tempers[kind.byMember ? 'members' : 'officials'];
    if (!random.percent(activity[temper])) return undefined;
    const offer = wants(temper, kind, random) ? kind.offer(view, random) : undefined;
    if (offer) return random.percent(mistakes[temper]) ? inTheWrongName(offer, view, random) : offer;
  }
  return undefined;
}

function soonest(
  { countries, filed, panel, referral, settlement, compliance, register, evidence, service, hotlines }: View,
  random: SeededRandom,
): Due | undefined {
  const running: readonly Due[] = [
    ...Object.values(filed.running),
    ...(panel.status === 'opened' && (!panel.screeningEnd || panel.stage.name === 'issued')
      ? Object.values(panel.running)
      : []),
    ...(referral.status === 'filed' ? Object.values(referral.running) : []),
    ...(settlement.status === 'filed' ? Object.values(settlement.running) : []),
    ...[compliance, register].flatMap((state) => (state.status === 'in-force' ? Object.values(state.running) : [])),
    ...(evidence.status === 'unknown' ? [] : Object.values(evidence.running)),
    ...Object.values(service.running).slice(0, 1),
    ...hotlines.flatMap((request) => Object.values(request.running)).slice(0, 1),
  ];
  // Sorted by the place of a country and not by its name, like everything else that is drawn.
  const placeOf = ({ dueAt, id }: Due): string =>
    `${dueAt} ${id.replaceAll(/\b[A-Z]{2}\b/g, (code) => String(countries.indexOf(code as PartyCode)))}`;
  const asking = running
    .filter((due) => answersTo(due).length > 0)
    .toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  return asking.length === 0 ? undefined : random.pick(asking.slice(0, SOONEST));
}

/**
 * Kinds of act that a clock asks for. A kind that lists the clock several times is there several times. A successor is
 * nominated and challenged, and late findings are made, under the id of the first clock.
 */
const answersTo = ({ clock, id }: Due): readonly ActKind[] =>
  (ANSWERS.get(clock) ?? ANSWERS.get(id.split(':')[0] ?? ''))?.map(([, kind]) => kind) ?? [];

const wants = (temper: Temper, { obstructs }: ActKind, random: SeededRandom): boolean =>
  temper === 'obstructive' ? obstructs === true || random.percent(60) : obstructs !== true || random.percent(25);

/**
 * The same act by somebody else, for the other side, or for none. An exhibit that is sent for the other side gets a
 * number of that side.
 */
function inTheWrongName(offer: Offer, { countries, party }: View, random: SeededRandom): Offer {
  if (!('by' in offer.command)) return offer;
  const other = otherCountry(countries, party);
  const nobody = { party: null };
  const otherSide = { party: other, ...('prefix' in offer.command ? { prefix: exhibitPrefix(other) } : {}) };
  const otherPerson = {
    by: random.pick(countries.flatMap((country) => OFFICES.map((office) => personOf(countries, country, office)))),
  };
  return {
    ...offer,
    command: { ...offer.command, ...random.pick<object>([nobody, otherSide, otherSide, otherPerson, otherPerson]) },
  } as Offer;
}

const OFFICES = ['desk', 'registry', 'cohead', '1', '2'];
