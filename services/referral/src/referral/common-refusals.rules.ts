import {
  sideOf,
  type CaseParties,
  type Instant,
  type PartyCode,
  type PersonId,
  type RefusalReason,
  type Sha256,
  type Side,
  type Tier,
} from '@parley/kernel';
import type { LateEntry } from '@parley/procedure';
import type { Assembly } from '../dossier/dossier.rules';
import type { DossierRequest } from '../dossier/request-faults.rules';
import type { NoteCalendar, NoteOutage } from '../time/time.rules';
import type { ForumEvent, Transmission } from '../transmission/transmission.rules';
import type { FiledReferral } from './referral-state.rules';

/** A claim as far as a referral must know it: what a draft request may name. */
export interface LearnedClaim {
  readonly id: string;
  readonly measure: string;
  readonly agreement: string;
  /** Empty where the agreement as a whole is invoked. */
  readonly provision: string;
  /** Of a claim that the respondent has in the same case; left out for one of the complainant. */
  readonly claimant?: 'respondent';
}

export interface Filing {
  readonly parties: CaseParties;
  readonly receivedAt: Instant;
}

export interface Registration {
  readonly docketNumber: string;
  readonly registeredAt: Instant;
  readonly ruleSetVersion: string;
  /**
   * First instant at which the long-stop has passed; absent when the screening had ended before the number was given.
   */
  readonly longStop?: Instant;
}

export interface ServedGrievance {
  readonly measures: readonly string[];
  readonly claims: readonly LearnedClaim[];
  /** Claims that were given up since it was served. */
  readonly gone?: readonly LearnedClaim[];
}

export interface FinalFindings {
  readonly issuedAt: Instant;
  readonly digest: Sha256;
}

export interface ScreeningEnd {
  /** `findings-issued`, `withdrawn`, `closed-without-prejudice` or `lapsed`. */
  readonly outcome: string;
  readonly endedAt: Instant;
  readonly reason: string;
}

/**
 * What the referral learns from the others and needs to decide. The producers' facts come in no common order, so each
 * of them stands by itself.
 */
export type LearnedFact =
  | ({ readonly kind: 'filed' } & Filing)
  | ({ readonly kind: 'registered' } & Registration)
  | ({ readonly kind: 'grievance-served' } & ServedGrievance)
  /** Both parties took another version of the rules: clocks that start now are of it. */
  | { readonly kind: 'rules-adopted'; readonly version: string }
  /** Claims that were given up after the grievance was served. */
  | { readonly kind: 'claims-withdrawn'; readonly claims: readonly string[] }
  /** Claims that were given up only after the screening had ended: they stand again. */
  | { readonly kind: 'claims-withdrawal-set-aside'; readonly claims: readonly string[] }
  /** Both parties reopened the screening, which goes on as if it had not ended. */
  | { readonly kind: 'screening-reopened' }
  | { readonly kind: 'panel-convened'; readonly members: readonly PersonId[] }
  /** Somebody is on the panel no more, though its parity may be restored only later. */
  | { readonly kind: 'member-left'; readonly person: PersonId }
  | ({ readonly kind: 'findings-final' } & FinalFindings)
  | ({ readonly kind: 'screening-ended' } & ScreeningEnd)
  | { readonly kind: 'lapse-set-aside' };

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

/** Reasons that several topics give. */
export const commonRefusals = {
  notFiled: {
    code: 'case-not-found',
    rule: 'S1',
    status: 404,
    en: 'There is no such case.',
    'zh-Hans': '没有该案件。',
  },

  noClaimsOfOwn: {
    code: 'no-claims-of-own',
    rule: 'S12',
    status: 403,
    en:
      'Who goes to a forum has claims of its own in the case. The respondent brings them in by a joinder ' +
      'that both sides sign, or files a grievance of its own.',
    'zh-Hans': '诉诸机构的一方须在本案中有自己的主张。被申诉方可经双方签署将其主张并入本案，或自行提出申诉。',
  },

  notRegistered: {
    code: 'not-registered',
    rule: 'S12',
    en: 'The case has no docket number yet, or its grievance is not served yet; a dossier follows registration.',
    'zh-Hans': '该案尚无案号或申诉尚未送达；卷宗须在登记之后编制。',
  },

  noSuchDossier: {
    code: 'no-such-dossier',
    rule: 'S12',
    status: 404,
    en: 'There is no such dossier.',
    'zh-Hans': '没有该卷宗。',
  },

  noSuchDocument: {
    code: 'no-such-document',
    rule: 'S12',
    status: 404,
    en: 'The dossier holds no such document.',
    'zh-Hans': '卷宗中没有该文件。',
  },
} as const satisfies Record<string, RefusalReason>;

/** Whose claim it is. */
export const claimantOf = ({ claimant }: LearnedClaim): Side => claimant ?? 'complainant';

/**
 * The side on which a party complains of measures in a case: who filed it does, and the respondent as long as claims of
 * its own are in it.
 * @returns nothing for who complains of nothing there
 */
export function complainingSide(
  { filing: { parties }, learned }: FiledReferral,
  party: PartyCode | null,
): Side | undefined {
  if (party !== parties.complainant && party !== parties.respondent) return undefined;
  const side = sideOf(parties, party);
  return side === 'complainant' || learned.grievance?.claims.some((claim) => claimantOf(claim) === side)
    ? side
    : undefined;
}
