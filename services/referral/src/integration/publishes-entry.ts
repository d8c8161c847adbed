import { referral, tell } from '@parley/contracts';
import { streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { DomainEvent } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { FallbackEntryMade } from '@parley/procedure';

/**
 * That an act came by another channel, and when, is public in whatever part of the referral it was entered (I-61). A
 * signature of a text that settles nothing yet stands between the parties, and whose it is goes into no dossier (I-45).
 */
export function tellOfEntry(recorded: RecordedEvent, event: DomainEvent<string, object>): readonly PublicEvent[] {
  if (event.type !== 'FallbackEntryMade') return [];
  const { act, cameAt, enteredAt, setsAside, party } = (event as FallbackEntryMade).data;
  const said = { caseId: streamIdOf(recorded.stream), at: cameAt, enteredAt, act, setsAside };
  const settlesNothing = act === 'settlement-signature' && !setsAside;
  return [
    tell(
      recorded,
      referral.FallbackEntryMadeSchema,
      { ...said, party: settlesNothing ? '' : party },
      { tier: settlesNothing ? 'PARTIES' : 'PUBLIC' },
    ),
  ];
}
