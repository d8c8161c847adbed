import { hearsCalendars, REGISTER_SUBJECTS } from '@parley/contracts';
import { streamIdOf } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { ownSecret, type DecidingPorts, type ServiceProcess } from '@parley/processes';
import { drawSecretsBy } from './composition/draw-secret';
import { crisisTeamCallOf } from './panel/panel-facts.hears';
import { callsForHearing, HEARS, MOVES_CLOCKS, taughtBy } from './panel/panel.hears';
import { callsForCarrying, carryingProcess, HearingProcess } from './panel/panel.reaction';
import { seatOf, type PanelReviewRepositories } from './panel/repositories';
import { DELIBERATION_CATEGORY, PANEL_CATEGORY } from './panel/streams';
import { crisisTeamProcess } from './roster/crisis-team.reaction';
import { fireDeadline } from './time/fire-deadline';

/** Messages that teach a fact are read as well, so that unreadable ones are parked. */
const concerns = (event: PublicEvent): boolean => taughtBy(event).length > 0 || callsForHearing(event);

/** What panel review does by itself. */
export function panelReviewProcess(
  repositories: PanelReviewRepositories,
  ports: Pick<DecidingPorts, 'clock' | 'clocksOf' | 'derivationKey' | 'waitToHear' | 'limits'>,
): ServiceProcess {
  const { limits } = ports;
  const secrets = drawSecretsBy(ownSecret(ports));
  const seat = seatOf(ports);
  const hearing = new HearingProcess(repositories, secrets, ports.clocksOf);
  const drawTeam = crisisTeamProcess(repositories, secrets, { clocksOf: ports.clocksOf, seat });
  return {
    hears: {
      contexts: HEARS,
      reactions: [
        hearsCalendars(limits.countAnew),
        {
          name: 'crisis-team',
          concerns: (event) => crisisTeamCallOf(event) !== undefined,
          answer: async (event, commandId) => {
            const call = crisisTeamCallOf(event);
            if (call) await drawTeam(call, { cause: { kind: 'event', id: event.id }, commandId });
          },
        },
        {
          name: 'hearing',
          concerns,
          answer: async (event, commandId) => {
            if (concerns(event)) await hearing.hear(event, commandId);
          },
        },
      ],
    },
    reactions: [
      {
        name: 'carrying',
        categories: [PANEL_CATEGORY, DELIBERATION_CATEGORY],
        concerns: callsForCarrying,
        react: carryingProcess(
          repositories,
          { heardBefore: (caseId, instant) => ports.waitToHear(['intake'], caseId, instant) },
          secrets,
        ),
      },
    ],
    timers: {
      categories: [PANEL_CATEGORY],
      waitsFor: () => MOVES_CLOCKS,
      alongside: REGISTER_SUBJECTS,
      fire: (firing) => fireDeadline(repositories, secrets, firing),
    },
    recounts: {
      categories: [PANEL_CATEGORY],
      recount: (stream, note, asked) =>
        repositories.panels.proceed(streamIdOf(stream) as CaseId, note, { ...asked, process: 'calendars' }),
    },
  };
}
