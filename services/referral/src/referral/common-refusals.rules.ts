import {
  sideOf,
  type Instant,
  type PartyCode,
  type PersonId,
  type RefusalReason,
  type Sha256,
  type Side,
} from '@parley/kernel';
import type { Assembly } from '../dossier/dossier.rules';
import type { DossierRequest } from '../dossier/request-faults.rules';
import type { RepudiateAct } from '../repudiation/repudiation.rules';
import type { NoteCalendar, NoteOutage } from '../time/time.rules';
import type { ForumEvent, Transmission } from '../transmission/transmission.rules';
import type { ToldClaim } from './known-case.rules';
import type { FiledReferral } from './referral-state.rules';

/** An act of a person: who, for which party, and the instant of receipt that counts. */
export interface Act {
  readonly by: PersonId;
  readonly party: PartyCode | null;
  readonly receivedAt: Instant;
}

/** Another context told a fact that may give a dossier a basis, or take one away. */
export interface NoteBasis {
  readonly type: 'NoteBasis';
  readonly at: Instant;
}

export type GiveExitNotice = Act & { readonly type: 'GiveExitNotice' };
export type RequestDossier = Act & { readonly type: 'RequestDossier'; readonly request: DossierRequest };
/** The dossier was put together, and its digest can be signed. */
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
};
/** A deadline passed. The default is decided only when no act that came before it can still be under way. */
export interface ExpireDeadline {
  readonly type: 'ExpireDeadline';
  readonly deadlineId: string;
}
/** The bag was packed and stored. From the event on, both desks may have it. */
export interface IssueDossier {
  readonly type: 'IssueDossier';
  readonly n: number;
  /** SHA-256 of the packed bag. */
  readonly digest: Sha256;
  readonly sizeBytes: number;
}

/** The party that asked for a dossier handed it to the forum, once it was issued. */
export type RecordTransmission = Act & { readonly type: 'RecordTransmission' } & Pick<
    Transmission,
    'n' | 'handedOverAt' | 'receipt'
  >;
export type NoteForumEvent = Act & { readonly type: 'NoteForumEvent'; readonly event: ForumEvent };

export type ReferralCommand =
  | NoteBasis
  | NoteOutage
  | NoteCalendar
  | GiveExitNotice
  | RepudiateAct
  | RequestDossier
  | RecordAssembly
  | SignDossier
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

export const claimantOf = ({ claimant }: ToldClaim): Side => claimant ?? 'complainant';

/**
 * The side on which a party complains of measures in a case. The complainant always does, and the respondent does while
 * claims of its own are in the case.
 * @returns `undefined` for a party that complains of nothing there
 */
export function complainingSide({ parties, told }: FiledReferral, party: PartyCode | null): Side | undefined {
  if (party !== parties.complainant && party !== parties.respondent) return undefined;
  const side = sideOf(parties, party);
  return side === 'complainant' || told.grievance?.claims.some((claim) => claimantOf(claim) === side)
    ? side
    : undefined;
}
