import { sha256, streamIdOf, type EventStore } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import {
  callsForCarrying,
  carryingProcess,
  HearingProcess,
} from '../../../services/panel-review/src/panel/panel.reaction';
import { CrisisTeamDesk, RosterDesk } from '../../../services/panel-review/src/roster/crisis-team-desk';
import { fireDeadline } from '../../../services/panel-review/src/time/fire-deadline';
import { PanelDesk } from '../../../services/panel-review/src/panel/panel-desk';
import { refusals } from '../../../services/panel-review/src/panel/refusals.rules';
import { heardFrom, HEARS } from '../../../services/panel-review/src/panel/panel.hears';
import { crisisTeamCallOf } from '../../../services/panel-review/src/panel/panel-facts.hears';
import { publishes } from '../../../services/panel-review/src/panel/panel.tells';
import type { SimulatedService } from './simulated-service';

export interface SimulatedPanelReview extends SimulatedService {
  readonly desk: PanelDesk;
  readonly rosters: RosterDesk;
}

export function simulatedPanelReview(
  store: EventStore,
  clocksOf: ClocksOf,
  ruleSetVersion: string,
  seed: number,
): SimulatedPanelReview {
  const desk = new PanelDesk(store, clocksOf, ruleSetVersion);
  const { seat } = clocksOf(ruleSetVersion).ruleSet;
  const rosters = new RosterDesk(store, seat);
  const derivationKey = Buffer.from(sha256(`key of draws ${String(seed)}`), 'hex');
  const hearing = new HearingProcess(desk, rosters, derivationKey, seat);
  const carrying = carryingProcess(desk, { heardBefore: () => Promise.resolve() });
  const crisisTeams = new CrisisTeamDesk(store, rosters, derivationKey, seat);
  return {
    context: 'panelreview',
    desk,
    rosters,
    publishes,
    hears: HEARS,
    refusals,
    async hear(event, commandId) {
      const [heard, call] = [heardFrom(event), crisisTeamCallOf(event)];
      if (call) await crisisTeams.draw(call, { kind: 'event', id: event.id }, commandId);
      if (heard) await hearing.hear(heard, event, commandId);
    },
    async react(event, commandId) {
      if (callsForCarrying(event)) await carrying(event, commandId);
    },
    recount: (stream, note, commandId) =>
      desk.proceed(
        streamIdOf(stream) as CaseId,
        { ...note, longStop: null },
        { process: 'calendars', cause: { kind: 'event', id: note.version }, commandId },
      ),
    fire: (firing) => fireDeadline(desk, derivationKey, firing),
    waitsFor: () => [],
  };
}
