import type { Decider, Decision } from '@parley/kernel';
import { currentRuleSet, type Clocks, type ClocksOf } from '@parley/procedure';
import { noteServiceCalendar } from './note-service-calendar.decide';
import { noteServiceOutage } from './note-service-outage.decide';
import { retrievalByDefault, retrieveNotice } from './retrieve.decide';
import { serveNotice, serveNoticeAgain } from './serve.decide';
import type { ServiceCommand } from './service-commands';
import type { ServiceEvent } from './service-events';
import { nothingServed, type ServiceState } from './service-state';
import { evolveService } from './service.evolve';

/**
 * The register of service of a case: what was served on whom, delivered and retrieved, and what was not.
 * @param clocksOf the clocks of a version of the rule set
 */
export function serviceDecider(clocksOf: ClocksOf): Decider<ServiceCommand, ServiceState, ServiceEvent> {
  return {
    initial: nothingServed,
    evolve: evolveService,
    pinned: (state) => state.ruleSetVersion ?? undefined,
    decide(command, state): Decision<ServiceEvent> {
      // A notice is served under the version that its case has by then; what comes of it is of that version too. Before
      // the first nothing runs.
      const clocks: Clocks = clocksOf(
        command.type === 'ServeNotice' ? command.ruleSetVersion : (state.ruleSetVersion ?? currentRuleSet.version),
      );
      switch (command.type) {
        case 'ServeNotice':
          return serveNotice(command, state, clocks);
        case 'ServeNoticeAgain':
          return serveNoticeAgain(command, state);
        case 'RetrieveNotice':
          return retrieveNotice(command, state);
        case 'NoteServiceOutage':
          return noteServiceOutage(command, state, clocks);
        case 'NoteServiceCalendar':
          return noteServiceCalendar(command, state, clocks);
        case 'ExpireServiceDeadline':
          return retrievalByDefault(command, state);
      }
    },
  };
}
