import { refuse, type Decider, type Decision } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { silent, type HotlineState } from './hotline';
import type { HotlineCommand } from './hotline-commands';
import type { HotlineEvent } from './hotline-events';
import { hotlineRefusals } from './hotline-refusals';
import { evolveHotline } from './hotline.evolve';
import { draftOptions, noteCrisisTeam, signOptions } from './options-paper.decide';
import { acknowledge, requestHotline, rungByDefault } from './request.decide';

/**
 * One request on the hotline, from the asking to the answer or its absence.
 * @param clocksOf for the numbers of a version of the rule set: a request is made under that of its case, or else under
 *   the one in force, and keeps it
 */
export const hotlineDecider = (clocksOf: ClocksOf): Decider<HotlineCommand, HotlineState, HotlineEvent> => ({
  initial: silent,
  evolve: evolveHotline,
  pinned: (state) => (state.status === 'silent' ? undefined : state.ruleSetVersion),
  decide(command, state): Decision<HotlineEvent> {
    if (command.type === 'RequestHotline') {
      const { ruleSetVersion, receivedAt } = command;
      return requestHotline(
        command,
        state,
        (ruleSetVersion === undefined ? clocksOf.at(receivedAt) : clocksOf(ruleSetVersion)).ruleSet,
      );
    }
    if (state.status === 'silent') return refuse(hotlineRefusals.unknownRequest);
    switch (command.type) {
      case 'AcknowledgeHotline':
        return acknowledge(command, state);
      case 'NoteCrisisTeam':
        return noteCrisisTeam(command, state);
      case 'DraftOptions':
        return draftOptions(command, state);
      case 'SignOptions':
        return signOptions(command, state);
      case 'ExpireRung':
        return rungByDefault(command, state, clocksOf(state.ruleSetVersion).ruleSet);
    }
  },
});
