import type { CaseId, DomainEvent, Instant, PartyCode, PersonId, Sha256, Text } from '@parley/kernel';
import type { WatchDuty } from '../watch-lists/watch-list.rules';
import type { AskedRung, CommittedNonce, Grade, HotlineTime, Rung, SentChannel, TeamMember } from './hotline.rules';

interface MovesTimes {
  readonly opens: readonly HotlineTime[];
  readonly closes: readonly string[];
}

/** What of a request is public: that it was made, of which grade, and by whom. */
interface OfRequest {
  readonly caseId: CaseId | null;
  readonly grade: Grade;
  readonly asking: PartyCode;
  readonly asked: PartyCode;
}

export type HotlineRequested = DomainEvent<
  'HotlineRequested',
  MovesTimes &
    OfRequest & {
      readonly hotlineId: string;
      readonly by: PersonId;
      readonly subject: readonly Text[];
      readonly acknowledgeBy: Instant;
      readonly ruleSetVersion: string;
    }
>;
/** Nobody answered at a rung: it goes to the next one. That is a public fact, and so is its instant. */
export type HotlineUnanswered = DomainEvent<
  'HotlineUnanswered',
  MovesTimes & OfRequest & { readonly rung: AskedRung; readonly next: Rung }
>;
/** A request goes to all who have the turn at once, by every channel of theirs (I-74); to nobody by an empty list. */
export type HotlineSent = DomainEvent<
  'HotlineSent',
  MovesTimes & { readonly duty: WatchDuty; readonly channels: readonly SentChannel[] }
>;
export type HotlineChannelAnswered = DomainEvent<
  'HotlineChannelAnswered',
  MovesTimes & {
    readonly channel: string;
    readonly duty: WatchDuty;
    readonly status: 'accepted' | 'failed';
    readonly answer: string;
    readonly tries: number;
  }
>;
/** What ended in an outage ends later, by so much as the outage took (I-61). */
export type HotlineTimesMoved = DomainEvent<
  'HotlineTimesMoved',
  MovesTimes &
    OfRequest & {
      readonly outageId: string;
      readonly from: Instant;
      readonly to: Instant;
      readonly members: readonly TeamMember[];
      /** The sides whose nonces are awaited. */
      readonly awaited: readonly PartyCode[];
    }
>;
export type HotlineAcknowledged = DomainEvent<
  'HotlineAcknowledged',
  MovesTimes &
    OfRequest & { readonly by: PersonId; readonly office: string; readonly rung: Rung; readonly text: readonly Text[] }
>;
/** By a side, or by the silence of the officials. */
export type CrisisTeamCalledFor = DomainEvent<
  'CrisisTeamCalledFor',
  MovesTimes & OfRequest & { readonly by: PartyCode | null; readonly ruleSetVersion: string }
>;
/** A team was called for so soon that desks can still add nonces to its draw (I-72). */
export type CrisisDrawAnnounced = DomainEvent<'CrisisDrawAnnounced', MovesTimes & OfRequest>;
export type CrisisNonceCommitted = DomainEvent<
  'CrisisNonceCommitted',
  MovesTimes & OfRequest & { readonly party: PartyCode; readonly by: PersonId; readonly commitment: Sha256 }
>;
/** No more is added to the draw: what desks have committed themselves to is laid open now. */
export type CrisisDrawCalled = DomainEvent<
  'CrisisDrawCalled',
  MovesTimes & OfRequest & { readonly awaited: readonly PartyCode[] }
>;
export type CrisisNonceLaidOpen = DomainEvent<
  'CrisisNonceLaidOpen',
  MovesTimes & OfRequest & { readonly party: PartyCode; readonly by: PersonId; readonly nonce: string }
>;
/** A desk did not lay open in time what it had committed itself to; the draw is held without it, which is public. */
export type CrisisNonceLeftOut = DomainEvent<
  'CrisisNonceLeftOut',
  MovesTimes & OfRequest & { readonly party: PartyCode; readonly commitment: Sha256 }
>;
/** The nonces are open, or left out: panel review lays the secrets open and draws. */
export type CrisisDrawDue = DomainEvent<
  'CrisisDrawDue',
  MovesTimes &
    OfRequest & {
      readonly calledForAt: Instant;
      readonly ruleSetVersion: string;
      readonly nonces: readonly (CommittedNonce & { readonly of: 'asking' | 'asked' })[];
    }
>;
/** The secretariat did not lay a secret open to which it had committed itself; that is public. */
export type CrisisSecretMissing = DomainEvent<'CrisisSecretMissing', MovesTimes & OfRequest>;
/** Who serves in this crisis: drawn for it, or for one before it. */
export type CrisisTeamFormed = DomainEvent<
  'CrisisTeamFormed',
  MovesTimes & OfRequest & { readonly members: readonly TeamMember[] }
>;
/**
 * For the parties: what the team thinks can be done. Another draft takes the place of the one before, and of its
 * signatures.
 */
export type OptionsDrafted = DomainEvent<
  'OptionsDrafted',
  MovesTimes & {
    readonly by: PersonId;
    readonly party: PartyCode;
    readonly text: readonly Text[];
    readonly digest: Sha256;
  }
>;
export type OptionsSigned = DomainEvent<
  'OptionsSigned',
  MovesTimes & { readonly by: PersonId; readonly party: PartyCode; readonly digest: Sha256 }
>;
export type OptionsAgreed = DomainEvent<
  'OptionsAgreed',
  MovesTimes & OfRequest & { readonly digest: Sha256; readonly members: readonly TeamMember[] }
>;
/** The team laid no paper before the parties in the time of its service. It may still do so. */
export type OptionsMissed = DomainEvent<
  'OptionsMissed',
  MovesTimes & OfRequest & { readonly members: readonly TeamMember[] }
>;

export type HotlineEvent =
  | HotlineRequested
  | HotlineSent
  | HotlineChannelAnswered
  | HotlineUnanswered
  | HotlineTimesMoved
  | HotlineAcknowledged
  | CrisisTeamCalledFor
  | CrisisDrawAnnounced
  | CrisisNonceCommitted
  | CrisisDrawCalled
  | CrisisNonceLaidOpen
  | CrisisNonceLeftOut
  | CrisisDrawDue
  | CrisisSecretMissing
  | CrisisTeamFormed
  | OptionsDrafted
  | OptionsSigned
  | OptionsAgreed
  | OptionsMissed;
