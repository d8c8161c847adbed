import type { Instant, PartyCode, PersonId, Sha256, Tier } from '@parley/kernel';
import type { LateEntry } from '@parley/procedure';
import type { Assembly } from './dossier/dossier';
import type { DossierRequest } from './dossier/dossier-request';
import type { LearnedFact } from './learned-fact';
import type { NoteCalendar } from './calendar/note-calendar';
import type { NoteOutage } from './outage/note-outage';
import type { ForumEvent, Transmission } from './transmission/transmission';

/** An act of a person: who, for which party, and the instant of receipt that counts. */
export interface Act {
  readonly by: PersonId;
  readonly party: PartyCode | null;
  readonly receivedAt: Instant;
}

/** A public event of another context says something that the referral must know. */
export interface LearnFact {
  readonly type: 'LearnFact';
  readonly fact: LearnedFact;
  /** Id of the public event. */
  readonly from: string;
  readonly at: Instant;
  readonly tier: Tier;
}

export type GiveExitNotice = Act & { readonly type: 'GiveExitNotice' };
export type RequestDossier = Act & { readonly type: 'RequestDossier'; readonly request: DossierRequest };
/** The dossier is put together: its digest can be signed. */
export interface RecordAssembly {
  readonly type: 'RecordAssembly';
  readonly n: number;
  readonly assembly: Assembly;
  readonly at: Instant;
}
export type SignDossier = Act & {
  readonly type: 'SignDossier';
  readonly n: number;
  readonly digest: Sha256;
  readonly jws?: string;
};
/** A deadline passed. Decided only when no act that came before it can still be under way. */
export interface ExpireDeadline {
  readonly type: 'ExpireDeadline';
  readonly deadlineId: string;
}
/** The bag is packed and stored: from the event on both desks may have it. */
export interface IssueDossier {
  readonly type: 'IssueDossier';
  readonly n: number;
  /** SHA-256 of the packed bag. */
  readonly digest: Sha256;
  readonly sizeBytes: number;
}

/** Whose dossier it is handed it, once issued, to its forum. */
export type RecordTransmission = Act & { readonly type: 'RecordTransmission' } & Pick<
    Transmission,
    'n' | 'handedOverAt' | 'receipt'
  >;
export type NoteForumEvent = Act & { readonly type: 'NoteForumEvent'; readonly event: ForumEvent };

/** The registry enters a co-head’s signature that came by another channel. */
export type EnterDossierSignature = LateEntry<SignDossier> & { readonly type: 'EnterDossierSignature' };

export type ReferralCommand =
  | LearnFact
  | NoteOutage
  | NoteCalendar
  | GiveExitNotice
  | RequestDossier
  | RecordAssembly
  | SignDossier
  | EnterDossierSignature
  | ExpireDeadline
  | IssueDossier
  | RecordTransmission
  | NoteForumEvent;
