import {
  accept,
  refuse,
  type Decider,
  type Decision,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type Sha256,
} from '@parley/kernel';
import type { ClocksOf, MovesClocks } from '@parley/procedure';
import { issueDossier, noteBasis, type Assembly, type DossierBasis } from '../dossier/dossier.rules';
import type { DossierRequest } from '../dossier/request-faults.rules';
import { recordAssembly, requestDossier, signDossier, signingByDefault } from '../dossier/sign-dossier.rules';
import { noteCalendar, noteOutage, type CalendarNoted, type OutageNoted } from '../time/time.rules';
import { repudiateAct, type ActRepudiated } from '../repudiation/repudiation.rules';
import { noteForumEvent, recordTransmission, type ForumEvent } from '../transmission/transmission.rules';
import { commonRefusals, complainingSide, type GiveExitNotice, type ReferralCommand } from './common-refusals.rules';
import type { InformedOfCase } from './known-case.rules';
import {
  evolve,
  exitNoticeOf,
  noReferral,
  referralOf,
  type FiledReferral,
  type OwnReferral,
} from './referral-state.rules';

/** A party that complains of measures in the case goes to the forum. The screening goes on (I-53). */
type ExitNoticeGiven = DomainEvent<'ExitNoticeGiven', { readonly by: PersonId; readonly party: PartyCode }>;

export type DossierRequested = DomainEvent<
  'DossierRequested',
  MovesClocks & {
    readonly n: number;
    readonly by: PersonId;
    /** The party that asked for the dossier. */
    readonly party: PartyCode;
    readonly request: DossierRequest;
    readonly basis: DossierBasis;
    /** Numbers of those that had gone out by then, of either party. The dossier names them. */
    readonly earlier: readonly number[];
    readonly forumRules: string;
  }
>;

/**
 * The basis of a dossier under way changed (I-48). The one on which it was asked for was set aside, and it stands on
 * another basis or waits for one. Or it waited, and has a basis again.
 */
export type DossierBasisChanged = DomainEvent<
  'DossierBasisChanged',
  { readonly n: number; readonly basis: DossierBasis | null }
>;

/** The dossier was put together, and both co-heads have the same digest to sign. */
export type DossierAssembled = DomainEvent<
  'DossierAssembled',
  { readonly n: number; readonly party: PartyCode; readonly assembly: Assembly }
>;

export type DossierSigned = DomainEvent<
  'DossierSigned',
  {
    readonly n: number;
    readonly coHead: PersonId;
    readonly party: PartyCode;
    readonly digest: Sha256;
  }
>;

/** Both co-heads signed, or their time is up, and so the dossier goes out. */
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
    readonly party: PartyCode;
    readonly forum: string;
    readonly basis: DossierBasis;
    readonly packed: Sha256;
    readonly sizeBytes: number;
    readonly missing: readonly PartyCode[];
  }
>;

/** The party that asked for a dossier handed it to the forum, and says so. */
export type DossierTransmitted = DomainEvent<
  'DossierTransmitted',
  {
    readonly n: number;
    readonly by: PersonId;
    readonly party: PartyCode;
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
  | OutageNoted
  | CalendarNoted
  | ExitNoticeGiven
  | ActRepudiated
  | DossierRequested
  | DossierBasisChanged
  | DossierAssembled
  | DossierSigned
  | DossierSigningClosed
  | DossierIssued
  | DossierTransmitted
  | ForumEventNoted;

/**
 * I-53: an exit notice of a party that complains is always accepted from the filing on, whatever the stage. It ends
 * nothing. Giving it again changes nothing.
 */
export function giveExitNotice({ by, party, receivedAt }: GiveExitNotice, state: FiledReferral) {
  if (party === null || complainingSide(state, party) === undefined) return refuse(commonRefusals.noClaimsOfOwn);
  if (exitNoticeOf(state, party) !== undefined) return accept();
  return accept<ExitNoticeGiven>({
    type: 'ExitNoticeGiven',
    occurredAt: receivedAt,
    rule: 'I-53',
    tier: 'PUBLIC',
    data: { by, party },
  });
}

/** The referral's part of a case: exit notices, dossiers and what happens to them. */
export function referralDecider(
  clocksOf: ClocksOf,
): Decider<InformedOfCase<ReferralCommand>, OwnReferral, ReferralEvent> {
  return {
    initial: noReferral,
    evolve,
    decide({ command, told }, own): Decision<ReferralEvent> {
      const state = referralOf(own, told);
      return state.status === 'unfiled' ? refuse(commonRefusals.notFiled) : decideIn(command, state, clocksOf);
    },
  };
}

function decideIn(command: ReferralCommand, state: FiledReferral, clocksOf: ClocksOf): Decision<ReferralEvent> {
  switch (command.type) {
    case 'NoteBasis':
      return noteBasis(command, state);
    case 'NoteOutage':
      return noteOutage(command, state, state.told.registration?.ruleSetVersion, clocksOf);
    case 'NoteCalendar':
      return noteCalendar(command, state, state.told.registration?.ruleSetVersion, clocksOf);
    case 'GiveExitNotice':
      return giveExitNotice(command, state);
    case 'RepudiateAct':
      return repudiateAct(command, state, clocksOf);
    case 'RequestDossier':
      return requestDossier(command, state, clocksOf);
    case 'RecordAssembly':
      return recordAssembly(command, state);
    case 'SignDossier':
      return signDossier(command, state);
    case 'ExpireDeadline':
      return expireDeadline(command.deadlineId, state);
    case 'IssueDossier':
      return issueDossier(command, state);
    case 'RecordTransmission':
      return recordTransmission(command, state);
    case 'NoteForumEvent':
      return noteForumEvent(command, state, clocksOf);
  }
}

/** Decides what silence means, as of the expiry. A deadline that no longer runs changes nothing (I-18). */
function expireDeadline(deadlineId: string, state: FiledReferral): Decision<ReferralEvent> {
  const deadline = state.running[deadlineId];
  return deadline ? signingByDefault(deadlineId, deadline.dueAt, state) : accept();
}
