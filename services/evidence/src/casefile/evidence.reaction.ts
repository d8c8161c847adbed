import type { CaseId, CommandId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { ToldCommand } from '../exhibits/exhibit-commands.rules';
import type { Casefiles } from './casefiles';

/**
 * Does in a case what another context's message calls for.
 * @throws when it cannot be recorded, as in a case that is not known yet: then the message is parked, not lost
 */
export async function follow(
  casefiles: Casefiles,
  { subject, id }: PublicEvent,
  command: ToldCommand,
  commandId: CommandId,
): Promise<void> {
  const proceeding = { process: 'hearing', cause: { kind: 'event', id }, commandId } as const;
  const { kind } = await casefiles.proceed(subject as CaseId, command, proceeding);
  if (kind !== 'done') throw new Error(`${command.type} in case ${subject} could not be recorded: ${kind}`);
}
