import type { DomainEvent, Instant, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import type { DossierBasis } from './dossier/basis';
import type { Assembly } from './dossier/dossier';
import type { DossierRequest } from './dossier/dossier-request';
import type { LearnedFact } from './learned-fact';
import type { CalendarNoted } from './calendar/calendar-events';
import type { FallbackEvent } from './fallback/fallback-events';
import type { OutageNoted } from './outage/outage-events';
import type { ForumEvent } from './transmission/transmission';

/** What another context told, kept here so that this stream alone is enough to decide and to replay. */
export type CaseFactLearned = DomainEvent<'CaseFactLearned', { readonly fact: LearnedFact; readonly from: string }>;

/**
 * A party that complains of measures in the case goes to the forum; the screening goes on (I-53). Events of the first
 * days do not say which: it is the complainant.
 */
export type ExitNoticeGiven = DomainEvent<'ExitNoticeGiven', { readonly by: PersonId; readonly party?: PartyCode }>;

export type DossierRequested = DomainEvent<
  'DossierRequested',
  MovesClocks & {
    readonly n: number;
    readonly by: PersonId;
    /** Whose dossier it is; events of the first days do not say: it is the complainant's. */
    readonly party?: PartyCode;
    readonly request: DossierRequest;
    readonly basis: DossierBasis;
    readonly forumRules: string;
  }
>;

/** The dossier is put together, and both co-heads have the same digest to sign. */
export type DossierAssembled = DomainEvent<'DossierAssembled', { readonly n: number; readonly assembly: Assembly }>;

export type DossierSigned = DomainEvent<
  'DossierSigned',
  {
    readonly n: number;
    readonly coHead: PersonId;
    readonly party: PartyCode;
    readonly digest: Sha256;
    readonly jws?: string;
  }
>;

/** Both co-heads signed, or their time is up: the dossier goes out. */
export type DossierSigningClosed = DomainEvent<
  'DossierSigningClosed',
  MovesClocks & {
    readonly n: number;
    readonly by: 'both-signatures' | 'default';
    readonly missing: readonly PartyCode[];
  }
>;

/** Both desks have the dossier from this event on. */
export type DossierIssued = DomainEvent<
  'DossierIssued',
  {
    readonly n: number;
    readonly party?: PartyCode;
    readonly forum: string;
    readonly basis: DossierBasis;
    readonly packed: Sha256;
    readonly sizeBytes: number;
    readonly missing: readonly PartyCode[];
  }
>;

/** Whose dossier it is handed it to the forum, and says so. */
export type DossierTransmitted = DomainEvent<
  'DossierTransmitted',
  {
    readonly n: number;
    readonly by: PersonId;
    readonly party?: PartyCode;
    readonly forum: string;
    readonly handedOverAt: Instant;
    readonly receipt: string | null;
  }
>;

/** A party put on record what happened at the forum. */
export type ForumEventNoted = DomainEvent<
  'ForumEventNoted',
  { readonly by: PersonId; readonly party: PartyCode; readonly event: ForumEvent }
>;

export type ReferralEvent =
  | FallbackEvent
  | CaseFactLearned
  | OutageNoted
  | CalendarNoted
  | ExitNoticeGiven
  | DossierRequested
  | DossierAssembled
  | DossierSigned
  | DossierSigningClosed
  | DossierIssued
  | DossierTransmitted
  | ForumEventNoted;
