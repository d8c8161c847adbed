import { categoryOf, commandIdOf, streamIdOf, type EventStore } from '@parley/event-store';
import type { CaseId, Clock, CommandId } from '@parley/kernel';
import { MemoryFacts } from '@parley/messaging/testing';
import type { ClocksOf } from '@parley/procedure';
import type { Timer } from '@parley/processes';
import { intakeRepositories, type IntakeRepositories } from '../../../services/intake/src/repositories';
import { CASE_CATEGORY, SERVICE_CATEGORY } from '../../../services/intake/src/streams';
import {
  concernsOtherCases,
  consolidationProcess,
} from '../../../services/intake/src/case/consolidation/consolidation.reaction';
import { DocketRegister } from '../../../services/intake/src/case/registration/docket-register';
import { notePanelOutcome, noteSettlement } from '../../../services/intake/src/case/outcome/outcome.reaction';
import {
  callsForRegistration,
  registrationProcess,
} from '../../../services/intake/src/case/registration/registration.reaction';
import { NoticeRegisters } from '../../../services/intake/src/registry/notices/notice-registers';
import { servingProcess } from '../../../services/intake/src/registry/notices/notices.reaction';
import { noteUrgencyRefused } from '../../../services/intake/src/case/urgency/urgency.reaction';
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

export interface SimulatedIntake extends SimulatedService, IntakeRepositories {
  readonly registers: NoticeRegisters;
  readonly hotline: SimulatedHotline;
}

/** @param serves whether notices are served; a register of service is many times as long as its case */
export function simulatedIntake(
  store: EventStore,
  clocksOf: ClocksOf,
  ruleSetVersion: string,
  clock: Clock,
  serves: boolean,
): SimulatedIntake {
  const facts = new MemoryFacts();
  const repositories = intakeRepositories({ store, facts, clocksOf, ruleSetVersion });
  const { cases } = repositories;
  const registers = new NoticeRegisters({ store, facts, clock, clocksOf, ruleSetVersion }, cases);
  const register = registrationProcess(new DocketRegister(store), cases, clocksOf);
  const consolidate = consolidationProcess(cases);
  const serve = servingProcess(registers, store);
  const hotline = new SimulatedHotline(store, facts, repositories.hotlines, registers, serves);
  return {
    context: 'intake',
    ...repositories,
    registers,
    hotline,
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
      if (outcome) await notePanelOutcome(cases, event, outcome, commandId);
      const refused = urgencyRefusalOf(event);
      if (refused) await noteUrgencyRefused(cases, event, refused, commandId);
      if (settlement) await noteSettlement(cases, event, settlement, commandId);
      const proceeding = {
        process: 'service',
        cause: { kind: 'event', id: event.id },
        commandId: commandIdOf('serve', commandId),
      } as const;
      if (!notice) return;
      await facts.keep(event);
      const notices = toldWith(event, facts.now(event.subject));
      await registers.serve(event.subject as CaseId, notices, event.recordedat, proceeding);
    },
    async react(event, commandId) {
      await hotline.react(event, commandId);
      if (callsForRegistration(event)) await register(event);
      if (concernsOtherCases(event)) await consolidate(event);
      if (serves && categoryOf(event.stream) === CASE_CATEGORY) await serve(event, commandIdOf('serving', commandId));
    },
    async recount(stream, note, commandId) {
      const caseId = streamIdOf(stream) as CaseId;
      const proceeding = { process: 'calendars', cause: { kind: 'event', id: note.version }, commandId } as const;
      if (categoryOf(stream) === CASE_CATEGORY) await cases.proceed(caseId, note, proceeding);
      if (categoryOf(stream) === SERVICE_CATEGORY)
        await registers.proceed(caseId, { ...note, type: 'NoteServiceCalendar' }, proceeding);
    },
    fire: (firing) => hotline.expiring(firing) ?? expire({ cases, registers }, firing.timer, firing.commandId),
    waitsFor: ({ clock: id }) => (id === 'long-stop' ? MAY_END_SCREENINGS : []),
  };
}

function expire(
  { cases, registers }: Pick<SimulatedIntake, 'cases' | 'registers'>,
  { stream, deadlineId }: Timer,
  commandId: CommandId,
): Promise<unknown> {
  const caseId = streamIdOf(stream) as CaseId;
  const proceeding = { process: 'deadlines', cause: { kind: 'timer', id: deadlineId }, commandId } as const;
  return categoryOf(stream) === SERVICE_CATEGORY
    ? registers.proceed(caseId, { type: 'ExpireServiceDeadline', deadlineId }, proceeding)
    : cases.proceed(caseId, { type: 'ExpireDeadline', deadlineId }, proceeding);
}
