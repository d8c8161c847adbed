import {
  canonicalJson,
  type CaseId,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type Sha256,
  type Text,
} from '@parley/kernel';
import { sha256Text, type MovesClocks, type RunningDeadline, type SignatureOfText } from '@parley/procedure';

interface OfOne {
  readonly n: number;
  /** The side that picked the person. */
  readonly party: PartyCode;
  readonly by: PersonId;
}

/** A side named somebody. The first pick starts the time in which both conciliators are picked and accept. */
export type ConciliatorPicked = DomainEvent<'ConciliatorPicked', MovesClocks & OfOne & { readonly person: PersonId }>;
/** The person who was picked accepts: only this gives the capacity (I-05). */
export type ConciliatorAccepted = DomainEvent<'ConciliatorAccepted', OfOne>;
/** Both have accepted. Who they are stays with the parties; that there are conciliators is public. */
export type ConciliatorsAppointed = DomainEvent<'ConciliatorsAppointed', MovesClocks & { readonly n: number }>;
/** The time passed, and one of the two is missing: there are none, and the parties conciliate alone. */
export type ConciliatorsLacking = DomainEvent<
  'ConciliatorsLacking',
  MovesClocks & { readonly n: number; readonly missing: readonly PartyCode[] }
>;
/** A conciliator withdrew. After both were appointed there is none any more. */
export type ConciliatorWithdrew = DomainEvent<'ConciliatorWithdrew', OfOne>;
export type ConciliatorsProposalSigned = DomainEvent<'ConciliatorsProposalSigned', OfOne & { readonly digest: Sha256 }>;
/** The fact that a proposal was put to both sides. */
export type ConciliatorsProposalPut = DomainEvent<'ConciliatorsProposalPut', { readonly n: number }>;
/** What was put to both sides, without prejudice (I-45). */
export type ConciliatorsProposalServed = DomainEvent<
  'ConciliatorsProposalServed',
  { readonly n: number; readonly text: readonly Text[]; readonly digest: Sha256 }
>;

export type ConciliatorsEvent =
  | ConciliatorPicked
  | ConciliatorAccepted
  | ConciliatorsAppointed
  | ConciliatorsLacking
  | ConciliatorWithdrew
  | ConciliatorsProposalSigned
  | ConciliatorsProposalPut
  | ConciliatorsProposalServed;

/** Somebody whom a side picked. The person is nothing in the case until he or she accepts. */
export interface Pick {
  readonly party: PartyCode;
  readonly person: PersonId;
  readonly acceptedAt?: Instant;
  readonly withdrawnAt?: Instant;
}

/** What both conciliators signed. */
interface ConciliatorsProposal {
  readonly at: Instant;
  readonly text: readonly Text[];
  readonly digest: Sha256;
}

/** One try to conciliate with conciliators, from the first pick on. */
export interface Conciliators {
  readonly n: number;
  /** When it is recorded that there are none. It is kept after it stops running. */
  readonly due: RunningDeadline;
  /** Every pick, oldest first. The last one of a side counts. */
  readonly picks: readonly Pick[];
  readonly appointedAt?: Instant;
  readonly end?: { readonly how: 'lacking' | 'withdrawn' | 'over'; readonly at: Instant };
  /** Signatures of texts since the last proposal. */
  readonly signatures: readonly SignatureOfText[];
  readonly proposals: readonly ConciliatorsProposal[];
}

export const conciliatorsDeadline = (n: number): string => `conciliators:${String(n)}`;

/** What both conciliators sign: SHA-256 over the canonical JSON of `{caseId, conciliators, text}`. */
export const conciliatorsDigest = (caseId: CaseId, n: number, text: readonly Text[]): Sha256 =>
  sha256Text(canonicalJson({ caseId, conciliators: n, text }));

/** The conciliators who are being picked, or who are appointed. There is at most one such try. */
export const openConciliators = (all: readonly Conciliators[]): Conciliators | undefined => all.find(({ end }) => !end);

/** Whom a side has picked and who has not withdrawn. */
export const pickOf = ({ picks }: Conciliators, party: PartyCode): Pick | undefined => {
  const last = picks.findLast((pick) => pick.party === party);
  return last?.withdrawnAt === undefined ? last : undefined;
};

/** The pick that a person has accepted and keeps to. */
export const acceptedBy = ({ picks }: Conciliators, person: PersonId): Pick | undefined =>
  picks.find((pick) => pick.person === person && pick.acceptedAt !== undefined && pick.withdrawnAt === undefined);

/** The two conciliators while they are appointed, and nobody else: they read what lies before them. */
export const appointedConciliators = (all: readonly Conciliators[]): readonly PersonId[] => {
  const open = openConciliators(all);
  if (open?.appointedAt === undefined) return [];
  return open.picks.flatMap((pick) => (acceptedBy(open, pick.person) === pick ? [pick.person] : []));
};

/** The settlement is over, or goes on in another way: conciliators have nothing to read there any more. */
export const conciliatorsOver = (all: readonly Conciliators[], at: Instant): readonly Conciliators[] =>
  all.map((one) => (one.end ? one : { ...one, end: { how: 'over', at } }));

/** Findings open the window. Conciliators who are appointed go on in it; who is only picked does not. */
export const conciliatorsInWindow = (all: readonly Conciliators[], at: Instant): readonly Conciliators[] =>
  openConciliators(all)?.appointedAt === undefined ? conciliatorsOver(all, at) : all;

/** The tries after an event. */
export function conciliatorsAfter(all: readonly Conciliators[], event: ConciliatorsEvent): readonly Conciliators[] {
  const at = event.occurredAt;
  const { n } = event.data;
  const changed = (change: (one: Conciliators) => Conciliators) => all.map((one) => (one.n === n ? change(one) : one));
  switch (event.type) {
    case 'ConciliatorPicked': {
      const { party, person, opens } = event.data;
      const [due] = opens;
      const pick = { party, person };
      if (!all.some((one) => one.n === n))
        return due ? [...all, { n, due, picks: [pick], signatures: [], proposals: [] }] : all;
      return changed((one) => ({ ...one, picks: [...one.picks, pick] }));
    }
    case 'ConciliatorAccepted':
      return changed((one) => withPick(one, event.data.party, { acceptedAt: at }));
    case 'ConciliatorsAppointed':
      return changed((one) => ({ ...one, appointedAt: at }));
    case 'ConciliatorsLacking':
      return changed((one) => ({ ...one, end: { how: 'lacking', at } }));
    case 'ConciliatorWithdrew':
      return changed((one) =>
        one.appointedAt === undefined
          ? withPick(one, event.data.party, { withdrawnAt: at })
          : { ...one, end: { how: 'withdrawn', at } },
      );
    case 'ConciliatorsProposalSigned': {
      const { party, by, digest } = event.data;
      return changed((one) => ({ ...one, signatures: [...one.signatures, { party, by, digest }] }));
    }
    case 'ConciliatorsProposalPut':
      return all;
    case 'ConciliatorsProposalServed': {
      const { text, digest } = event.data;
      return changed((one) => ({ ...one, signatures: [], proposals: [...one.proposals, { at, text, digest }] }));
    }
  }
}

const withPick = (one: Conciliators, party: PartyCode, more: Partial<Pick>): Conciliators => ({
  ...one,
  picks: one.picks.map((pick) => (pick === pickOf(one, party) ? { ...pick, ...more } : pick)),
});
