import type { Clocks } from '@parley/procedure';

/**
 * The clock of the respondent's reply: from the fourth case on that the complainant registered at once, the longer one.
 * On the urgent track both have the same days, since it leaves room for no more.
 */
export const replyClock = (casesAtOnce: number, { ruleSet }: Pick<Clocks, 'ruleSet'>): 'reply' | 'reply-among-many' =>
  casesAtOnce >= ruleSet.manyCases.fromCase ? 'reply-among-many' : 'reply';
