import { commandIdOf, domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import { seatDate, type ClocksOf } from '@parley/procedure';
import type { CaseEvent } from '../case-events.rules';
import type { CaseDesk } from '../case-desk';
import type { DocketRegister } from './docket-register';

const PROCESS = 'registration';

/** What a registration follows from. */
export const callsForRegistration = ({ type }: Pick<RecordedEvent, 'type'>): boolean =>
  type === 'GrievanceFoundComplete';

/**
 * Gives a complete case its docket number and registers it. Two streams, two steps, each harmless to repeat: a crash
 * between them leaves a number that the next run uses for the same case (I-27).
 */
export const registrationProcess =
  (docket: DocketRegister, desk: CaseDesk, clocksOf: ClocksOf) =>
  async (event: RecordedEvent): Promise<void> => {
    if (!callsForRegistration(event)) return;
    const { occurredAt } = domainEventOf(event) as CaseEvent;
    const caseId = streamIdOf(event.stream) as CaseId;
    const { state } = await desk.read(caseId);
    if (state.status === 'unfiled') return;

    const { seat } = clocksOf(state.ruleSetVersion).ruleSet;
    const party = state.parties.complainant;
    const year = Number(seatDate(occurredAt, seat).slice(0, 4));
    const docketNumber = await docket.numberFor(
      { type: 'AllocateDocketNumber', caseId, party, year, at: occurredAt },
      event,
    );
    await desk.proceed(
      caseId,
      { type: 'RegisterCase', docketNumber, completeAt: occurredAt },
      PROCESS,
      { kind: 'event', id: event.eventId },
      commandIdOf(PROCESS, 'register', event.eventId),
    );
  };
