import type { Bilingual, DomainEvent, Instant, PartyCode, PersonId } from '@parley/kernel';
import type { FallbackEntry, SetAside } from '@parley/procedure';
import type { MovesClocks } from '../case-events';
import type { Reply } from '../reply/reply';

/** Who declared an outage: the system by its own heartbeat, or both co-heads. */
export type DeclaredBy = 'heartbeat' | 'coheads';

/** An outage as a case has it: each of its deadlines that ended in it ends later, the same for both sides (I-61). */
export type OutageNoted = DomainEvent<
  'OutageNoted',
  MovesClocks & {
    readonly outageId: string;
    readonly from: Instant;
    readonly to: Instant;
    readonly declaredBy: DeclaredBy;
    readonly reason: Bilingual;
  }
>;

/**
 * What came by another channel while the system was away: entered by the registry with its true instant of receipt, and
 * it says so (I-61).
 */
export type FallbackEntryMade = DomainEvent<
  'FallbackEntryMade',
  MovesClocks &
    Omit<FallbackEntry, 'party'> & {
      /** Absent in entries of the first days, which are of the respondent’s reply. */ readonly party?: PartyCode;
      readonly setsAside: boolean;
    }
>;

/**
 * A reply that came in time was entered after its lapse: the lapse is set aside by what proves it, and later steps
 * stand (I-19). Older ones say nothing of the clock.
 */
export type ReplyLapseSetAside = DomainEvent<
  'ReplyLapseSetAside',
  MovesClocks & Pick<SetAside, 'becauseOf'> & Partial<SetAside> & { readonly reply: Reply; readonly by: PersonId }
>;

/**
 * Another act that had come in time was entered once its default was on record, which is set aside by it; later steps
 * stand (I-19).
 */
export type DefaultSetAside = DomainEvent<'DefaultSetAside', MovesClocks & SetAside>;

export type OutagesEvent = OutageNoted | FallbackEntryMade | ReplyLapseSetAside | DefaultSetAside;
