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
import { issueDossier, type Assembly, type DossierBasis } from '../dossier/dossier.rules';
import type { DossierRequest } from '../dossier/request-faults.rules';
import {
  enterDossierSignature,
  recordAssembly,
  requestDossier,
  signDossier,
  signingByDefault,
} from '../dossier/sign-dossier.rules';
import type { FallbackEvent } from '../late-entries/late-entries.rules';
import { noteCalendar, noteOutage, type CalendarNoted, type OutageNoted } from '../time/time.rules';
import { noteForumEvent, recordTransmission, type ForumEvent } from '../transmission/transmission.rules';
import {
  commonRefusals,
  complainingSide,
  type GiveExitNotice,
  type LearnedFact,
  type LearnFact,
  type ReferralCommand,
} from './common-refusals.rules';
import { evolve, exitNoticeOf, unfiled, type FiledReferral, type ReferralState } from './referral-state.rules';

/** What another context told, kept here so that this stream alone is enough to decide and to replay. */
export type CaseFactLearned = DomainEvent<'CaseFactLearned', { readonly fact: LearnedFact; readonly from: string }>;

/**
 * A party that complains of measures in the case goes to the forum; the screening goes on (I-53). Events of the first
 * days do not say which: it is the complainant.
 */
type ExitNoticeGiven = DomainEvent<'ExitNoticeGiven', { readonly by: PersonId; readonly party?: PartyCode }>;

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

/**
 * I-53: of a party that complains, always accepted from the filing on, whatever the stage; it ends nothing. Given
 * again, it is there already.
 */
function giveExitNotice({ by, party, receivedAt }: GiveExitNotice, state: FiledReferral): Decision<ExitNoticeGiven> {
  if (party === null || complainingSide(state, party) === undefined) return refuse(commonRefusals.noClaimsOfOwn);
  if (exitNoticeOf(state, party) !== undefined) return accept();
  return accept({ type: 'ExitNoticeGiven', occurredAt: receivedAt, rule: 'I-53', tier: 'PUBLIC', data: { by, party } });
}

/**
 * The referral's part of a case: what it learns, exit notices, dossiers. A case is pinned to the rules it was
 * registered under.
 */
export function referralDecider(clocksOf: ClocksOf): Decider<ReferralCommand, ReferralState, ReferralEvent> {
  return {
    initial: unfiled,
    evolve,
    pinned: ({ learned }) => learned.registration?.ruleSetVersion,
    decide(command, state): Decision<ReferralEvent> {
      if (command.type === 'LearnFact') return accept(learned(command));
      if (state.status === 'unfiled') return refuse(commonRefusals.notFiled);
      switch (command.type) {
        case 'NoteOutage':
          return noteOutage(command, state, state.learned.registration?.ruleSetVersion, clocksOf);
        case 'NoteCalendar':
          return noteCalendar(command, state, state.learned.registration?.ruleSetVersion, clocksOf);
        case 'GiveExitNotice':
          return giveExitNotice(command, state);
        case 'RequestDossier':
          return requestDossier(command, state, clocksOf);
        case 'RecordAssembly':
          return recordAssembly(command, state);
        case 'SignDossier':
          return signDossier(command, state);
        case 'EnterDossierSignature':
          return enterDossierSignature(command, state);
        case 'ExpireDeadline':
          return expireDeadline(command.deadlineId, state);
        case 'IssueDossier':
          return issueDossier(command, state);
        case 'RecordTransmission':
          return recordTransmission(command, state);
        case 'NoteForumEvent':
          return noteForumEvent(command, state, clocksOf);
      }
    },
  };
}

const learned = ({ fact, from, at, tier }: LearnFact): CaseFactLearned => ({
  type: 'CaseFactLearned',
  occurredAt: at,
  rule: 'I-48',
  tier,
  data: { fact, from },
});

/** What silence does, as of the expiry; a deadline that no longer runs changes nothing (I-18). */
function expireDeadline(
  deadlineId: string,
  state: Extract<ReferralState, { status: 'filed' }>,
): Decision<ReferralEvent> {
  const deadline = state.running[deadlineId];
  return deadline ? signingByDefault(deadlineId, deadline.dueAt, state) : accept();
}
