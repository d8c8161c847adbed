import {
  accept,
  refuse,
  type CaseParties,
  type Decision,
  type Instant,
  type IsoDate,
  type PartyCode,
  type Sha256,
  type Text,
} from '@parley/kernel';
import type { CoHeadSignature, RunningDeadline } from '@parley/procedure';
import type { ChannelCode, Institution } from '../forums/forums.rules';
import { commonRefusals, type IssueDossier, type NoteBasis } from '../referral/common-refusals.rules';
import type { ToldFact } from '../referral/known-case.rules';
import { exitNoticeOf, type FiledReferral } from '../referral/referral-state.rules';
import type { DossierBasisChanged, DossierIssued } from '../referral/referral.rules';
import { draftRefusals } from './draft-refusals.rules';
import type { DossierRequest } from './request-faults.rules';

/** What was put together, by digests. The same inputs give the same digests again (I-51). */
export interface Assembly {
  /** Edition of the documents' templates. */
  readonly edition: string;
  readonly basis: DossierBasis;
  /**
   * SHA-256 of the bag's `manifest-sha256.txt`, which names every file by its digest. This is what the co-heads sign.
   */
  readonly digest: Sha256;
  /** SHA-256 of the bag's `manifest-sha512.txt`. */
  readonly manifest512: Sha256;
  /** SHA-256 of the list of all inputs with their digests. The list is in the bag too. */
  readonly inputs: Sha256;
  readonly files: number;
  /** Bytes of all files together. */
  readonly octets: number;
  /** How many things are withheld. The bag lists them. */
  readonly withheld: number;
  /**
   * The checkpoint of the log that stands in the dossier; `null` where the log had none in time, which holds nothing up
   * (I-38). Left out in a dossier of the first edition, which has no place for one.
   */
  readonly checkpoint?: { readonly note: string; readonly policy: string; readonly attested: boolean } | null;
}

/** An assembly with the instant at which it was put together. */
export type RecordedAssembly = Assembly & { readonly at: Instant };

/** How the signing of a dossier ended: with both signatures, or at the end of their time (I-04). */
export type SigningEnd =
  | { readonly by: 'both-signatures'; readonly at: Instant; readonly missing: readonly [] }
  | { readonly by: 'default'; readonly at: Instant; readonly missing: readonly PartyCode[] };

interface DossierFile {
  /** 1, 2, 3 … in its case, whichever party asked for it. */
  readonly n: number;
  /** The party that asked for it. The dossier is about its claims, and it hands the dossier to the forum. */
  readonly party: PartyCode;
  /** Numbers of the dossiers that had gone out by then, of either party. */
  readonly earlier: readonly number[];
  readonly forumRules: string;
  readonly request: DossierRequest;
  /** The basis on which it was asked for, or the last one that it had since. */
  readonly basis: DossierBasis;
  /** Present when its basis was set aside and it waits for another. */
  readonly isBaseless?: true;
  readonly requestedAt: Instant;
  /** When it goes out, whoever has signed. It is kept after it stops running. */
  readonly deadline: RunningDeadline;
  readonly signatures: readonly CoHeadSignature[];
}

/** `signing` until both signed or the time is up, `closed` until it is packed, `issued` from then on. */
export type Dossier =
  | (DossierFile & { readonly status: 'signing'; readonly assembly?: RecordedAssembly })
  | (DossierFile & { readonly status: 'closed'; readonly assembly?: RecordedAssembly; readonly end: SigningEnd })
  | (DossierFile & {
      readonly status: 'issued';
      readonly assembly: RecordedAssembly;
      readonly end: SigningEnd;
      readonly issuedAt: Instant;
      /** SHA-256 of the packed bag. */
      readonly packed: Sha256;
      readonly sizeBytes: number;
    });

export type IssuedDossier = Extract<Dossier, { status: 'issued' }>;

/** One option that a memorandum lays before the capitals. */
export interface MemorandumOption {
  readonly title: readonly Text[];
  readonly text: readonly Text[];
}

/** A memorandum to both capitals. It holds options, and the secretariat recommends none of them (I-52). */
export interface Memorandum {
  readonly options: readonly MemorandumOption[];
}

/** Why a dossier may issue (I-48), the weightiest reason first. The dossier says which one applies. */
export const DOSSIER_BASES = ['findings-final', 'screening-lapsed', 'no-panel', 'exit-notice'] as const;
export type DossierBasis = (typeof DOSSIER_BASES)[number];

const isBy = (at: Instant | undefined, asked: Instant): boolean => at !== undefined && at <= asked;

/**
 * Whether a basis existed at an instant, by what is known now. A lapse that was set aside is no longer a basis (I-19).
 * @param party whose dossier it would be; an exit notice is a basis only for the party that gave it
 * @param asked the instant of the request: a dossier holds what existed by then, and its basis must be in it
 */
export function basisHolds(basis: DossierBasis, state: FiledReferral, party: PartyCode, asked: Instant): boolean {
  const { told } = state;
  switch (basis) {
    case 'findings-final':
      return isBy(told.findings?.issuedAt, asked);
    case 'screening-lapsed':
      return told.ended?.outcome === 'lapsed' && isBy(told.ended.endedAt, asked);
    case 'no-panel':
      return told.ended?.outcome === 'no-panel' && isBy(told.ended.endedAt, asked);
    case 'exit-notice':
      return isBy(exitNoticeOf(state, party), asked);
  }
}

/** The weightiest basis that existed; `undefined` when a dossier may not issue. */
export const basisOf = (state: FiledReferral, party: PartyCode, asked: Instant): DossierBasis | undefined =>
  DOSSIER_BASES.find((basis) => basisHolds(basis, state, party, asked));

const TOUCHING: readonly ToldFact['kind'][] = [
  'findings-issued',
  'screening-ended',
  'lapse-set-aside',
  'screening-reopened',
];

/** Whether a fact may be a basis for a dossier, or take one away. */
export const touchesBasis = ({ kind }: ToldFact): boolean => TOUCHING.includes(kind);

/**
 * Brings the dossiers under way into line with what is known of their bases. One that waits for one is over when its
 * party has asked for another. Deciding again gives the same result.
 */
export function noteBasis({ at }: NoteBasis, state: FiledReferral): Decision<DossierBasisChanged> {
  const changes = state.dossiers.flatMap((dossier): readonly DossierBasisChanged[] => {
    const { n, party, status, basis: before, isBaseless = false } = dossier;
    const isReplaced = isBaseless && state.dossiers.some((each) => each.party === party && each.n > n);
    if (status === 'issued' || isReplaced) return [];
    const basis = basisNow(dossier, state) ?? null;
    if (basis === (isBaseless ? null : before)) return [];
    return [{ type: 'DossierBasisChanged', occurredAt: at, rule: 'I-48', tier: 'PARTIES', data: { n, basis } }];
  });
  return accept(...changes);
}

/** The basis that a dossier has now: its own while that holds, otherwise the weightiest other one. */
export const basisNow = (
  { basis, party, requestedAt }: Pick<Dossier, 'basis' | 'party' | 'requestedAt'>,
  state: FiledReferral,
): DossierBasis | undefined =>
  basisHolds(basis, state, party, requestedAt) ? basis : basisOf(state, party, requestedAt);

/** Who would file. It is never a state. */
export const REQUESTERS = ['affected-people', 'executive-director'] as const;
export type RequesterKind = (typeof REQUESTERS)[number];

/** A referral to one of the World Bank Group's channels. The people whom a project affects would file it. */
export interface ChannelRequest {
  readonly channel: ChannelCode;
  readonly institution: Institution;
  readonly project: { readonly id: string; readonly name: string };
  readonly requester: RequesterKind;
  /** How many affected people would file; 0 for an Executive Director. */
  readonly people: number;
  /** When the project was closed; `null` while it goes on. */
  readonly closedOn: IsoDate | null;
  /** Whether the matter was raised with the institution's management first. */
  readonly raisedWithManagement: boolean;
  /** The harm, in the words of the people who would suffer it. */
  readonly harm: readonly Text[];
}

/** Sides that have not signed the dossier as it is now. A signature on an earlier assembly does not count. */
export const missingSignatures = (
  { signatures, assembly }: Dossier,
  { complainant, respondent }: CaseParties,
): readonly PartyCode[] =>
  [complainant, respondent].filter(
    (party) => !signatures.some((signature) => signature.party === party && signature.digest === assembly?.digest),
  );

/**
 * Issues the packed dossier to both desks at one instant: that of the second signature, or of the end of the time to
 * sign. The basis that it states must still hold (I-48).
 */
export function issueDossier({ n, digest, sizeBytes }: IssueDossier, state: FiledReferral) {
  const dossier = state.dossiers.find((each) => each.n === n);
  if (!dossier) return refuse(commonRefusals.noSuchDossier);
  if (dossier.status === 'issued') return accept();
  if (dossier.status !== 'closed' || !dossier.assembly) return refuse(draftRefusals.notAssembled);
  const { basis } = dossier.assembly;
  if (!basisHolds(basis, state, dossier.party, dossier.requestedAt)) return refuse(draftRefusals.noBasis);
  return accept<DossierIssued>({
    type: 'DossierIssued',
    occurredAt: dossier.end.at,
    rule: 'S12',
    tier: 'PUBLIC',
    data: {
      n,
      party: dossier.party,
      forum: dossier.request.forum,
      basis,
      packed: digest,
      sizeBytes,
      missing: missingSignatures(dossier, state.parties),
    },
  });
}
