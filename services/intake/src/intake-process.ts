import { categoryOf, commandIdOf, streamIdOf } from '@parley/event-store';
import type { CaseId, CommandId } from '@parley/kernel';
import type { DecidingPorts, Firing, MessageReaction, OwnReaction, ServiceProcess } from '@parley/processes';
import type { PublicEvent } from '@parley/messaging';
import {
  HEARS,
  MAY_END_SCREENINGS,
  panelOutcomeOf,
  repudiatedDelegationOf,
  seatTimeOf,
  settlementOf,
  settlementUndoneOf,
  urgencyRefusalOf,
} from './case/case.hears';
import { concernsOtherCases, consolidationProcess } from './case/consolidation/consolidation.reaction';
import { notePanelOutcome, noteSeatTime, noteSettlement } from './case/outcome/outcome.reaction';
import { DocketRegister } from './case/registration/docket-register';
import { callsForRegistration, registrationProcess } from './case/registration/registration.reaction';
import { endsDelegation, repudiationProcess } from './case/repudiation/repudiation.reaction';
import { noteUrgencyRefused } from './case/urgency/urgency.reaction';
import { announcedIn } from './registry/calendars/calendars';
import { callsForSending, sendingProcess } from './registry/hotline/hotline-sending.reaction';
import { crisisTeamOf } from './registry/hotline/hotline.hears';
import type { NoticeRegisters } from './registry/notices/notice-registers';
import { isOfRegister, noticeOfMessage, toldWith } from './registry/notices/notices.hears';
import { hotlineServingProcess, SERVING, servingProcess } from './registry/notices/notices.reaction';
import type { Courier } from './registry/watch-lists/courier';
import type { Cases, IntakeRepositories } from './repositories';
import {
  CALENDAR_CATEGORY,
  CASE_CATEGORY,
  DESK_CATEGORY,
  HOTLINE_CATEGORY,
  LETTERS_CATEGORY,
  SERVICE_CATEGORY,
} from './streams';

/** What the intake keeps. */
export interface IntakeKeeps extends IntakeRepositories {
  readonly courier: Courier;
  readonly registers: NoticeRegisters;
}

type Ports = Pick<DecidingPorts, 'store' | 'facts' | 'clock' | 'clocksOf' | 'parties' | 'limits'>;

/** What the intake does by itself. */
export const intakeProcess = (keeps: IntakeKeeps, ports: Ports): ServiceProcess => ({
  hears: {
    contexts: HEARS,
    reactions: [hearing(keeps), endingRepudiated(keeps), servingWhatIsTold(keeps.registers, ports)],
  },
  reactions: [
    ...aboutCases(keeps.cases, ports),
    repudiation(keeps),
    ...serving(keeps.registers, ports),
    countingAnew(ports),
    sending(keeps, ports),
  ],
  timers: {
    categories: [CASE_CATEGORY, SERVICE_CATEGORY, HOTLINE_CATEGORY],
    // A case lapses only after the others were heard past its long-stop: findings in time must not be overtaken (I-19).
    waitsFor: ({ clock }) => (clock === 'long-stop' ? MAY_END_SCREENINGS : []),
    fire: (firing) => expire(keeps, firing),
  },
  // The intake itself counts in working days for its cases, and for times to retrieve a notice. A hotline counts hours.
  recounts: {
    categories: [CASE_CATEGORY, SERVICE_CATEGORY],
    recount: (stream, note, asked) => {
      const [caseId, proceeding] = [streamIdOf(stream) as CaseId, { ...asked, process: 'calendars' }];
      return categoryOf(stream) === SERVICE_CATEGORY
        ? keeps.registers.proceed(caseId, { ...note, type: 'NoteServiceCalendar' }, proceeding)
        : keeps.cases.proceed(caseId, note, proceeding);
    },
  },
});

const aboutCases = (cases: Cases, { store, clocksOf }: Ports): readonly OwnReaction[] => [
  {
    name: 'registration',
    categories: [CASE_CATEGORY],
    concerns: callsForRegistration,
    // One after the other, so that docket numbers follow the order in which the cases were found complete.
    lanes: 1,
    react: registrationProcess(new DocketRegister(store), cases, clocksOf),
  },
  {
    name: 'consolidation',
    categories: [CASE_CATEGORY],
    concerns: concernsOtherCases,
    react: consolidationProcess(cases),
  },
];

const repudiation = ({ parties }: IntakeRepositories): OwnReaction => ({
  name: 'repudiation',
  categories: [CASE_CATEGORY],
  concerns: endsDelegation,
  react: repudiationProcess(parties),
});

const serving = (registers: NoticeRegisters, { store }: Ports): readonly OwnReaction[] => [
  {
    name: SERVING.own,
    categories: [CASE_CATEGORY, LETTERS_CATEGORY, DESK_CATEGORY],
    react: servingProcess(registers, store),
  },
  { name: SERVING.hotline, categories: [HOTLINE_CATEGORY], react: hotlineServingProcess(registers, store) },
];

/** A hotline request goes out by every channel of those who have the turn. */
const sending = (keeps: IntakeKeeps, { clock }: Ports): OwnReaction => ({
  name: 'hotline-sending',
  categories: [HOTLINE_CATEGORY],
  concerns: callsForSending,
  react: sendingProcess({ ...keeps, clock }),
});

/** The register of calendars is kept here, so this process hears their announcements from its own record alone. */
const countingAnew = ({ limits }: Ports): OwnReaction => ({
  name: 'calendars',
  categories: [CALENDAR_CATEGORY],
  concerns: (event) => announcedIn(event) !== undefined,
  react: (event) => limits.countAnew(event.occurredAt, { kind: 'event', id: event.eventId }),
  holdsDefaults: true,
});

/**
 * A command tells the case how far its review went, that the panel or a settlement ends its screening, or that the
 * panel refuses urgency; and a request on the hotline who is on its crisis team.
 */
const hearing = ({ cases, hotlines }: IntakeRepositories): MessageReaction => ({
  name: 'hearing',
  concerns: (event) =>
    [panelOutcomeOf, settlementOf, settlementUndoneOf, urgencyRefusalOf, seatTimeOf, crisisTeamOf].some(
      (of) => of(event) !== undefined,
    ),
  answer: async (event, commandId) => {
    const [outcome, settlement] = [panelOutcomeOf(event), settlementOf(event) ?? settlementUndoneOf(event)];
    const refused = urgencyRefusalOf(event);
    if (outcome) await notePanelOutcome(cases, event, outcome, commandId);
    const time = seatTimeOf(event);
    if (time) await noteSeatTime(cases, event, time, commandId);
    if (refused) await noteUrgencyRefused(cases, event, refused, commandId);
    if (settlement) await noteSettlement(cases, event, settlement, commandId);
    const team = crisisTeamOf(event);
    if (team) {
      const { hotlineId, ...noted } = team;
      const cause = { kind: 'event', id: event.id } as const;
      await hotlines.proceed(
        hotlineId,
        { type: 'NoteCrisisTeam', ...noted },
        { process: 'crisis-team', cause, commandId },
      );
    }
  },
});

/** What a side repudiates in another part of a case ends a delegation here, too (I-67). */
const endingRepudiated = ({ parties }: IntakeRepositories): MessageReaction => ({
  name: 'repudiated-elsewhere',
  concerns: (event) => repudiatedDelegationOf(event) !== undefined,
  answer: async (event, commandId) => {
    const command = repudiatedDelegationOf(event);
    const cause = { kind: 'event', id: event.id } as const;
    if (command) await parties.proceed(command.register, command, { process: 'repudiation', cause, commandId });
  },
});

/** Gives the parties notice of each clock that others moved, and of each document that they serve. */
const servingWhatIsTold = (registers: NoticeRegisters, { facts, parties }: Ports): MessageReaction => ({
  name: SERVING.told,
  concerns: (event) => noticeOfMessage(event) !== undefined,
  answer: async (event, commandId) => {
    // An unreadable message throws here and is parked. Among the facts it would be passed over.
    if (noticeOfMessage(event) === undefined) return;
    const caseId = event.subject as CaseId;
    const proceeding = servedFor(event, commandId);
    const notices = toldWith(event, await facts.of(event.subject));
    if (isOfRegister(event)) {
      const to = parties.map(({ code }) => code);
      await registers.serveOutsideCases(caseId, notices, to, event.recordedat, proceeding);
    } else await registers.serve(caseId, notices, event.recordedat, proceeding);
  },
});

const servedFor = ({ id }: PublicEvent, commandId: CommandId) =>
  ({ process: 'service', cause: { kind: 'event', id }, commandId: commandIdOf('serve', commandId) }) as const;

/**
 * Decides what silence does in a case, in the service of notices that somebody has not retrieved, and at a rung of the
 * hotline where nobody answered.
 */
function expire({ cases, registers, hotlines }: IntakeKeeps, { timer, commandId }: Firing): Promise<unknown> {
  const { stream, subject, deadlineId } = timer;
  const proceeding = { process: 'deadlines', cause: { kind: 'timer', id: deadlineId }, commandId } as const;
  switch (categoryOf(stream)) {
    case SERVICE_CATEGORY:
      return registers.proceed(subject as CaseId, { type: 'ExpireServiceDeadline', deadlineId }, proceeding);
    case HOTLINE_CATEGORY:
      return hotlines.proceed(subject, { type: 'ExpireRung', deadlineId }, proceeding);
    default:
      return cases.proceed(subject as CaseId, { type: 'ExpireDeadline', deadlineId }, proceeding);
  }
}
