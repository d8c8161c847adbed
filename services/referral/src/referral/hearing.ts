import { knownFrom, rememberingKnown, type Known } from '@parley/contracts';
import { commandIdOf } from '@parley/event-store';
import type { CaseId, CommandId, Instant } from '@parley/kernel';
import type { Facts, PublicEvent } from '@parley/messaging';
import type { ReferralDesks } from './desk';
import type { ToldOfCase } from './known-case.rules';
import { takingOfReferral, type CalledFor } from './referral.hears';

/** What is known of cases from the others: one fold for the referral and the settlement. */
export class KnownCases {
  private readonly now = rememberingKnown(takingOfReferral);

  constructor(private readonly facts: Facts) {}

  /** @param asOf as it had been recorded by this instant */
  async of(caseId: CaseId, asOf?: Instant): Promise<Known<ToldOfCase>> {
    const facts = await this.facts.of(caseId);
    return asOf === undefined ? this.now(facts) : knownFrom(takingOfReferral, facts, asOf);
  }
}

/** Each part does what the message calls for by itself; a crash in between repeats both under the same ids. */
export async function follow(
  { desk, settlements }: Pick<ReferralDesks, 'desk' | 'settlements'>,
  event: Pick<PublicEvent, 'id' | 'subject'>,
  { referral, settlement }: CalledFor,
  commandId: CommandId,
): Promise<void> {
  const caseId = event.subject as CaseId;
  const cause = { kind: 'event', id: event.id } as const;
  for (const command of referral)
    await desk.proceed(caseId, command, 'hearing', cause, commandIdOf(commandId, 'referral', command.type));
  for (const command of settlement)
    await settlements.proceed(caseId, command, 'hearing', cause, commandIdOf(commandId, 'settlement', command.type));
}
