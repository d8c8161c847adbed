import type { Bilingual, DomainEvent, Instant, PersonId } from '@parley/kernel';
import type { MovesClocks } from '../case-events';
import type { Reply } from '../reply/reply';

/** Who declared an outage: the system by its own heartbeat, or both co-heads. */
export type DeclaredBy = 'heartbeat' | 'coheads';

/** An outage as a case has it: each of its deadlines that ended in it ends later, the same for both sides (I-61). */
export type OutageNoted = DomainEvent<
  'OutageNoted',
  MovesClocks & { readonly outageId: string; readonly from: Instant; readonly to: Instant; readonly declaredBy: DeclaredBy; readonly reason: Bilingual }
>;

/** What came by another channel while the system was away: entered by the registry with its true instant of receipt, and it says so (I-61). */
export type FallbackEntryMade = DomainEvent<
  'FallbackEntryMade',
  MovesClocks & { readonly entryId: string; readonly act: 'reply'; readonly channel: string; readonly cameAt: Instant; readonly enteredAt: Instant; readonly by: PersonId; readonly setsAside: boolean }
>;

/** A reply that came in time was entered after its lapse: the lapse is set aside by what proves it, and later steps stand (I-19). */
export type ReplyLapseSetAside = DomainEvent<'ReplyLapseSetAside', MovesClocks & { readonly becauseOf: string; readonly reply: Reply; readonly by: PersonId }>;

export type OutagesEvent = OutageNoted | FallbackEntryMade | ReplyLapseSetAside;
