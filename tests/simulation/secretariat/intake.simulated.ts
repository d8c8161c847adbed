import { categoryOf, commandIdOf, streamIdOf, type EventStore } from '@parley/event-store';
import type { CaseId, Clock } from '@parley/kernel';
import { MemoryFacts } from '@parley/messaging/testing';
import type { ClocksOf } from '@parley/procedure';
import type { Timer } from '@parley/processes';
import { CASE_CATEGORY, CaseDesk, PartyDesk, SERVICE_CATEGORY } from '../../../services/intake/src/case/case-desk';
import {
  concernsOtherCases,
  consolidationProcess,
} from '../../../services/intake/src/case/consolidation/consolidation.reaction';
import { DocketRegister } from '../../../services/intake/src/case/registration/docket-register';
import { notePanelOutcome, noteSettlement } from '../../../services/intake/src/case/outcome/outcome.reaction';
import { LettersDesk } from '../../../services/intake/src/case/letters/letters-desk';
import {
  callsForRegistration,
  registrationProcess,
} from '../../../services/intake/src/case/registration/registration.reaction';
import { NoticeSources } from '../../../services/intake/src/registry/notices/notice-sources';
import { ServiceDesk } from '../../../services/intake/src/registry/notices/service-desk';
import { servingProcess } from '../../../services/intake/src/registry/notices/notices.reaction';
import { noteUrgencyRefused } from '../../../services/intake/src/case/urgency/urgency.reaction';
import { WithoutPrejudiceDesk } from '../../../services/intake/src/case/without-prejudice/without-prejudice-desk';
import { delegationRefusals } from '../../../services/intake/src/registry/delegations/delegations.rules';
import { hotlineRefusals } from '../../../services/intake/src/registry/hotline/hotline-refusals.rules';
import { letterRefusals } from '../../../services/intake/src/case/letters/letters.rules';
import { refusals } from '../../../services/intake/src/case/refusals.rules';
import { serviceRefusals } from '../../../services/intake/src/registry/notices/notices.rules';
import { channelRefusals } from '../../../services/intake/src/case/without-prejudice/without-prejudice.rules';
import {
  HEARS,
  MAY_END_SCREENINGS,
  panelOutcomeOf,
  settlementOf,
  urgencyRefusalOf,
} from '../../../services/intake/src/case/case.hears';
import { noticeOfMessage, toldWith } from '../../../services/intake/src/registry/notices/notices.hears';
import { publishes } from '../../../services/intake/src/case/case.tells';
import { SimulatedHotline } from './hotline.simulated';
import type { SimulatedService } from './simulated-service';

export interface SimulatedIntake extends SimulatedService {
  readonly desk: CaseDesk;
  readonly services: ServiceDesk;
  readonly channel: WithoutPrejudiceDesk;
  readonly hotline: SimulatedHotline;
  readonly letters: LettersDesk;
  readonly delegations: PartyDesk;
}

/** @param serves whether notices are served; a register of service is many times as long as its case */
export function simulatedIntake(
  store: EventStore,
  clocksOf: ClocksOf,
  ruleSetVersion: string,
  clock: Clock,
  serves: boolean,
): SimulatedIntake {
  const desk = new CaseDesk(store, clocksOf, ruleSetVersion);
  const facts = new MemoryFacts();
  const services = new ServiceDesk(store, desk, new NoticeSources(store, facts), clocksOf, clock);
  const register = registrationProcess(new DocketRegister(store), desk, clocksOf);
  const consolidate = consolidationProcess(desk);
  const serve = servingProcess(services, store);
  const hotline = new SimulatedHotline(store, facts, clocksOf, ruleSetVersion, services, serves);
  return {
    context: 'intake',
    desk,
    services,
    channel: new WithoutPrejudiceDesk(store),
    hotline,
    letters: new LettersDesk(store),
    delegations: new PartyDesk(store, ruleSetVersion),
    publishes,
    hears: HEARS,
    refusals: {
      ...refusals,
      ...serviceRefusals,
      ...channelRefusals,
      ...hotlineRefusals,
      ...letterRefusals,
      ...delegationRefusals,
    },
    async hear(event, commandId) {
      await hotline.hear(event);
      const [outcome, settlement, notice] = [
        panelOutcomeOf(event),
        settlementOf(event),
        serves ? noticeOfMessage(event) : undefined,
      ];
      if (outcome) await notePanelOutcome(desk, event, outcome, commandId);
      const refused = urgencyRefusalOf(event);
      if (refused) await noteUrgencyRefused(desk, event, refused, commandId);
      if (settlement) await noteSettlement(desk, event, settlement, commandId);
      const proceeding = {
        process: 'service',
        cause: { kind: 'event', id: event.id },
        commandId: commandIdOf('serve', commandId),
      } as const;
      if (!notice) return;
      await facts.keep(event);
      const notices = toldWith(event, facts.now(event.subject));
      await services.serve(event.subject as CaseId, notices, event.recordedat, proceeding);
    },
    async react(event, commandId) {
      await hotline.react(event, commandId);
      if (callsForRegistration(event)) await register(event);
      if (concernsOtherCases(event)) await consolidate(event);
      if (serves && categoryOf(event.stream) === CASE_CATEGORY) await serve(event, commandIdOf('serving', commandId));
    },
    async recount(stream, note, commandId) {
      const [caseId, cause] = [streamIdOf(stream) as CaseId, { kind: 'event', id: note.version } as const];
      if (categoryOf(stream) === CASE_CATEGORY) await desk.proceed(caseId, note, 'calendars', cause, commandId);
      if (categoryOf(stream) === SERVICE_CATEGORY)
        await services.proceed(
          caseId,
          { ...note, type: 'NoteServiceCalendar' },
          { process: 'calendars', cause, commandId },
        );
    },
    fire: (firing) => hotline.expiring(firing) ?? expire({ desk, services }, firing.timer, firing.commandId),
    waitsFor: ({ clock: id }) => (id === 'long-stop' ? MAY_END_SCREENINGS : []),
  };
}

function expire(
  { desk, services }: Pick<SimulatedIntake, 'desk' | 'services'>,
  { stream, deadlineId }: Timer,
  commandId: Parameters<CaseDesk['proceed']>[4],
): Promise<void> {
  const caseId = streamIdOf(stream) as CaseId;
  const cause = { kind: 'timer', id: deadlineId } as const;
  if (categoryOf(stream) === SERVICE_CATEGORY)
    return services.proceed(
      caseId,
      { type: 'ExpireServiceDeadline', deadlineId },
      { process: 'deadlines', cause, commandId },
    );
  return desk.proceed(caseId, { type: 'ExpireDeadline', deadlineId }, 'deadlines', cause, commandId);
}
