import { commandIdOf, domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import { seatDate, type ClocksOf } from '@parley/procedure';
import type { CaseEvent } from '../case-events.rules';
import type { Cases } from '../../repositories';
import type { DocketRegister } from './docket-register';

const PROCESS = 'registration';

/** True for an event that calls for a registration. */
export const callsForRegistration = ({ type }: Pick<RecordedEvent, 'type'>): boolean =>
  type === 'GrievanceFoundComplete';

/**
 * Gives a complete case its docket number and registers it. These are two steps in two streams, each harmless to
 * repeat. A crash between them leaves a number that the next run uses for the same case (I-27).
 */
export const registrationProcess =
  (docket: DocketRegister, cases: Cases, clocksOf: ClocksOf) =>
  async (event: RecordedEvent): Promise<void> => {
    if (!callsForRegistration(event)) return;
    const { occurredAt } = domainEventOf(event) as CaseEvent;
    const caseId = streamIdOf(event.stream) as CaseId;
    const { state } = await cases.read(caseId);
    if (state.status === 'unfiled') return;

    const clocks = clocksOf(state.ruleSetVersion);
    const { seat, manyCases } = clocks.ruleSet;
    const byDefault = state.status === 'complete' && state.completeBy === 'default';
    const happening = { at: occurredAt, kind: byDefault ? 'expiry' : 'act' } as const;
    const days = clocks.daysBack(happening, manyCases.withinJointBusinessDays);
    const party = state.parties.complainant;
    const year = Number(seatDate(occurredAt, seat).slice(0, 4));
    const { docketNumber, casesAtOnce } = await docket.numberFor(
      { type: 'AllocateDocketNumber', caseId, party, year, at: occurredAt, days },
      event,
    );
    await cases.proceed(
      caseId,
      { type: 'RegisterCase', docketNumber, casesAtOnce, completeAt: occurredAt },
      {
        process: PROCESS,
        cause: { kind: 'event', id: event.eventId },
        commandId: commandIdOf(PROCESS, 'register', event.eventId),
      },
    );
  };
