import { referral, tell } from '@parley/contracts';
import { streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { DomainEvent } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { FallbackEntryMade } from '@parley/procedure';

/** That an act came by another channel, and when, is public in whatever part of the referral it was entered (I-61). */
export function tellOfEntry(recorded: RecordedEvent, event: DomainEvent<string, object>): readonly PublicEvent[] {
  if (event.type !== 'FallbackEntryMade') return [];
  const { act, cameAt, enteredAt, setsAside, party } = (event as FallbackEntryMade).data;
  return [tell(recorded, referral.FallbackEntryMadeSchema, { caseId: streamIdOf(recorded.stream), at: cameAt, enteredAt, act, setsAside, party }, { tier: act === 'settlement-signature' && !setsAside ? 'PARTIES' : 'PUBLIC' })];
}
