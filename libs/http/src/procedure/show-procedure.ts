import type { Clock } from '@parley/kernel';
import {
  happeningWords,
  ruleSetInForce,
  type ClockRule,
  type ClocksOf,
  type RegionGraph,
  type RuleSet,
  type Track,
} from '@parley/procedure';
import type { RegionShown, RuleSetShown, RuleSetsShown } from './procedure.response';
import type { ClockShown } from './track.response';

/** A version of the rules as it is shown: everything in it, in both languages. */
export function showRuleSet({
  version,
  amends,
  inForceFrom,
  seat,
  tracks,
  silence,
  graphs,
  ...numbers
}: RuleSet): RuleSetShown {
  return {
    version,
    amends: amends ?? null,
    inForceFrom: inForceFrom ?? null,
    zone: seat.zone,
    dayEnd: seat.dayEnd,
    tracks: (Object.keys(tracks) as readonly Track[]).map((track) => ({
      track,
      seatsPerSide: tracks[track].seatsPerSide,
      addedDaysPerSide: tracks[track].addedDaysPerSide,
      clocks: Object.values(tracks[track].clocks).map(showClock),
    })),
    defaults: Object.values(silence),
    regions: Object.entries(graphs).map(([region, graph]) => showRegion(region, graph)),
    numbers,
  };
}

const showClock = ({ id, from, ...clock }: ClockRule): ClockShown => ({
  clock: id,
  from: happeningWords(from),
  ...clock,
});

const showRegion = (region: string, { title, stages, initial, states, edges }: RegionGraph): RegionShown => ({
  region,
  title,
  stages,
  initial,
  states: Object.entries(states).map(([state, words]) => ({ state, title: words })),
  edges: edges.map(({ from, to, on, rule }) => ({ from, to, on: happeningWords(on), rule })),
});

/** Injection token of the function that gives the versions of the rules, as they are shown. */
export const RULES_SHOWN = Symbol('RULES_SHOWN');

/** Gives the versions of the rules, from this process or from one behind it. */
export type RulesShown = () => Promise<RuleSetsShown>;

/** The versions by which this process goes. */
export const rulesOfThisProcess =
  (clocksOf: Pick<ClocksOf, 'ruleSets'>, clock: Clock): RulesShown =>
  () => {
    const ruleSets = clocksOf.ruleSets();
    return Promise.resolve({
      current: ruleSetInForce(clock.now(), ruleSets).version,
      ruleSets: ruleSets.map(showRuleSet),
    });
  };
