import { commandIdOf, domainEventOf, handleCommand, streamIdOf, type EventStore, type RecordedEvent } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import { seatDate, type ClocksOf } from '@parley/procedure';
import type { CaseEvent } from '../domain/case-events';
import { docketDecider } from '../domain/registration/docket';
import type { CaseDesk } from './case-desk';
import { docketStream } from './streams';

const PROCESS = 'registration';

/**
 * Gives a complete case its docket number and registers it. Two streams, two steps, each harmless to repeat: a crash
 * between them leaves a number that the next run uses for the same case (I-27).
 */
export const registrationProcess =
  (store: EventStore, desk: CaseDesk, clocksOf: ClocksOf) =>
  async (event: RecordedEvent): Promise<void> => {
    if (event.type !== 'GrievanceFoundComplete') return;
    const { occurredAt } = domainEventOf(event) as CaseEvent;
    const caseId = streamIdOf(event.stream) as CaseId;
    const { state } = await desk.read(caseId);
    if (state.status === 'unfiled') return;

    const { seat } = clocksOf(state.ruleSetVersion).ruleSet;
    const party = state.parties.complainant;
    const year = Number(seatDate(occurredAt, seat).slice(0, 4));
    const cause = { kind: 'event', id: event.eventId } as const;
    const allocated = await handleCommand(
      store,
      docketDecider,
      docketStream(party, year),
      { type: 'AllocateDocketNumber', caseId, party, year, at: occurredAt },
      {
        commandId: commandIdOf(PROCESS, 'allocate', event.eventId),
        cause,
        actor: { kind: 'system', process: PROCESS },
        ruleSetVersion: state.ruleSetVersion,
      },
    );
    const docketNumber = allocated.kind === 'done' ? allocated.state.get(caseId) : undefined;
    if (docketNumber === undefined) throw new Error(`no docket number for case ${caseId}: ${allocated.kind}`);
    await desk.proceed(caseId, { type: 'RegisterCase', docketNumber }, PROCESS, cause, commandIdOf(PROCESS, 'register', event.eventId));
  };
