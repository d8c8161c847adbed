import type { Clock } from '@parley/kernel';
import { ruleSetInForce, type ClocksOf } from '@parley/procedure';
import type { RuleSetsShown } from './procedure.response';
import { showRuleSet } from './show-procedure';

/** Injection token of what gives the versions of the rules, as they are shown. */
export const RULES_SHOWN = Symbol('RULES_SHOWN');

/** Where they come from: from this process, or from one behind it. */
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
