import { rememberingKnown } from '@parley/contracts';
import { sha256, streamIdOf, type CommandContext, type EventStore } from '@parley/event-store';
import type { CaseId, Clock } from '@parley/kernel';
import { MemoryFacts } from '@parley/messaging/testing';
import type { ClocksOf } from '@parley/procedure';
import {
  callsForCarrying,
  carryingProcess,
  HearingProcess,
} from '../../../services/panel-review/src/panel/panel.reaction';
import { crisisTeamProcess } from '../../../services/panel-review/src/roster/crisis-team.reaction';
import { fireDeadline } from '../../../services/panel-review/src/time/fire-deadline';
import {
  panelReviewRepositories,
  seatOf,
  type PanelReviewRepositories,
} from '../../../services/panel-review/src/panel/repositories';
import { refusals } from '../../../services/panel-review/src/panel/refusals.rules';
import {
  callsForHearing,
  HEARS,
  MOVES_CLOCKS,
  takingOfPanel,
  taughtBy,
} from '../../../services/panel-review/src/panel/panel.hears';
import { panelOf, type OwnPanel, type PanelState } from '../../../services/panel-review/src/panel/panel-state.rules';
import { crisisTeamCallOf } from '../../../services/panel-review/src/panel/panel-facts.hears';
import { publishes } from '../../../services/panel-review/src/panel/panel.tells';
import type { SimulatedService } from './simulated-service';

export interface SimulatedPanelReview extends SimulatedService, PanelReviewRepositories {
  /** How a panel stands, by what was recorded of it and what panel review has heard by now. */
  stateOf(caseId: CaseId, own: OwnPanel): PanelState;
  /** What was known when an act was done; who names a revision names the facts as well that were shown with it. */
  asShown(caseId: CaseId, context: CommandContext): CommandContext;
}

export function simulatedPanelReview(
  store: EventStore,
  clocksOf: ClocksOf,
  ruleSetVersion: string,
  clock: Clock,
  seed: number,
): SimulatedPanelReview {
  const facts = new MemoryFacts();
  const repositories = panelReviewRepositories({ store, facts, clocksOf, clock, ruleSetVersion });
  const known = rememberingKnown(takingOfPanel);
  const seat = seatOf({ clocksOf, clock });
  const derivationKey = Buffer.from(sha256(`key of draws ${String(seed)}`), 'hex');
  const hearing = new HearingProcess(repositories, derivationKey, seat);
  const carrying = carryingProcess(repositories, { heardBefore: () => Promise.resolve() });
  const drawTeam = crisisTeamProcess(repositories, derivationKey, seat);
  return {
    context: 'panelreview',
    ...repositories,
    stateOf: (caseId, own) => panelOf(own, known(facts.now(caseId)).view),
    asShown: (caseId, context) => {
      const { view: _, ...now } = known(facts.now(caseId));
      return { ...context, known: now, ...(context.ifRevision === undefined ? {} : { ifFacts: now.count }) };
    },
    publishes,
    hears: HEARS,
    refusals,
    async hear(event, commandId) {
      if (taughtBy(event).length > 0) await facts.keep(event);
      const call = crisisTeamCallOf(event);
      if (call) await drawTeam(call, { cause: { kind: 'event', id: event.id }, commandId });
      if (callsForHearing(event)) await hearing.hear(event, commandId);
    },
    async react(event, commandId) {
      if (callsForCarrying(event)) await carrying(event, commandId);
    },
    recount: (stream, note, commandId) =>
      repositories.panels.proceed(streamIdOf(stream) as CaseId, note, {
        process: 'calendars',
        cause: { kind: 'event', id: note.version },
        commandId,
      }),
    fire: (firing) => fireDeadline(repositories, derivationKey, firing),
    waitsFor: () => MOVES_CLOCKS,
  };
}
