import { commandIdOf, type Proceeding } from '@parley/event-store';
import type { CaseId, CommandId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { CalledFor } from './referral.hears';
import type { ReferralRepositories } from './repositories';

/** Each part follows the message by itself. After a crash in between, both do so again under the same ids. */
export async function follow(
  { referrals, settlements }: Pick<ReferralRepositories, 'referrals' | 'settlements'>,
  event: Pick<PublicEvent, 'id' | 'subject'>,
  { referral, settlement }: CalledFor,
  commandId: CommandId,
): Promise<void> {
  const caseId = event.subject as CaseId;
  const proceeding = (...of: readonly string[]): Proceeding => ({
    process: 'hearing',
    cause: { kind: 'event', id: event.id },
    commandId: commandIdOf(commandId, ...of),
  });
  for (const command of referral) await referrals.proceed(caseId, command, proceeding('referral', command.type));
  for (const command of settlement) await settlements.proceed(caseId, command, proceeding('settlement', command.type));
}
