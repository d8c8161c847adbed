import { hearsCalendars, REGISTER_SUBJECTS } from '@parley/contracts';
import { streamIdOf } from '@parley/event-store';
import type { CaseId, CommandId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { RunningLimits, ServiceProcess } from '@parley/processes';
import { EXHIBITS_CATEGORY, type Casefiles } from './casefile/casefiles';
import { commandFor, HEARS, MOVES_CLOCKS } from './casefile/evidence.hears';

/** What this service does without being asked. */
export const evidenceProcess = (casefiles: Casefiles, { countAnew }: RunningLimits): ServiceProcess => ({
  hears: {
    contexts: HEARS,
    reactions: [
      hearsCalendars(countAnew),
      {
        name: 'hearing',
        concerns: (event) => commandFor(event) !== undefined,
        answer: (event, commandId) => follow(casefiles, event, commandId),
      },
    ],
  },
  reactions: [],
  timers: {
    categories: [EXHIBITS_CATEGORY],
    waitsFor: () => MOVES_CLOCKS,
    alongside: REGISTER_SUBJECTS,
    fire: ({ timer: { subject, deadlineId }, commandId }) =>
      casefiles.proceed(
        subject as CaseId,
        { type: 'ExpireDeadline', deadlineId },
        { process: 'deadlines', cause: { kind: 'timer', id: deadlineId }, commandId },
      ),
  },
  recounts: {
    categories: [EXHIBITS_CATEGORY],
    recount: (stream, note, asked) =>
      casefiles.proceed(streamIdOf(stream) as CaseId, note, { ...asked, process: 'calendars' }),
  },
});

/**
 * Does in a case what another context's message calls for.
 * @throws when it cannot be recorded, as in a case that is not known yet; the message is then parked and not lost
 */
async function follow(casefiles: Casefiles, event: PublicEvent, commandId: CommandId): Promise<void> {
  const command = commandFor(event);
  if (!command) return;
  const { subject, id } = event;
  const proceeding = { process: 'hearing', cause: { kind: 'event', id }, commandId } as const;
  const { kind } = await casefiles.proceed(subject as CaseId, command, proceeding);
  if (kind !== 'done') throw new Error(`${command.type} in case ${subject} could not be recorded: ${kind}`);
}
