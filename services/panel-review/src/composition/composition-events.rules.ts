import type {
  CaseId,
  CaseParties,
  DomainEvent,
  Instant,
  PartyCode,
  PersonId,
  Sha256,
  Side,
  Text,
} from '@parley/kernel';
import { panelFault, type Clocks, type DrawRecord, type MovesClocks, type Track } from '@parley/procedure';
import type { ChallengeOutcome, ChallengeVerdict } from '../challenges/challenges.rules';
import { evolveOpened } from '../panel/common-refusals.rules';
import type { OpenedPanel, OpenedPanelEvent } from '../panel/panel-state.rules';
import { reviewOpening } from '../review/comments.rules';
import type { Roster } from '../roster/register.rules';
import type { SeatTimeCounted } from './seat-time.rules';
import { convenedMembers, isSettled, seatedMembers } from './draw-seat.rules';
import type { RosterFilledUp, RosterFoundShort } from './filling-up.rules';
import type { NonceEvent } from './nonces.rules';

export type PanelOpened = DomainEvent<
  'PanelOpened',
  MovesClocks & {
    readonly caseId: CaseId;
    readonly parties: CaseParties;
    /** Both rosters are frozen as they stood then. */
    readonly filedAt: Instant;
    readonly registeredAt: Instant;
    readonly registeredBy: 'act' | 'expiry';
    readonly track: Track;
    readonly seatsPerSide: number;
    /** Names that counted at the filing; what a side does to its roster later changes nothing here. */
    readonly rosters: Readonly<Record<Side, Roster>>;
    /** Who of them was on duty. */
    readonly duty: Readonly<Record<Side, readonly PersonId[]>>;
    readonly rosterDigests: Readonly<Record<Side, Sha256>>;
    /** SHA-256 of the secret of each seat’s first draw, second draw … also of seats that may open later. */
    readonly drawCommitments: Readonly<Record<string, readonly Sha256[]>>;
  }
>;

/**
 * Both parties reopened the screening, so a panel that was impossible is composed anew (I-26), from both rosters as
 * they stand then. Settled members keep their seats.
 */
export type RostersFrozenAnew = DomainEvent<
  'RostersFrozenAnew',
  MovesClocks & {
    readonly rosters: Readonly<Record<Side, Roster>>;
    readonly rosterDigests: Readonly<Record<Side, Sha256>>;
    readonly duty: Readonly<Record<Side, readonly PersonId[]>>;
    readonly seatsPerSide: number;
    /** Seats that are to be filled. */
    readonly vacated: readonly string[];
    /** Members of these seats who were not settled. They have left the panel. */
    readonly removed: readonly { readonly member: PersonId; readonly party: PartyCode }[];
  }
>;

interface OnSeat {
  readonly seat: string;
  readonly side: Side;
  /** Code of the party whose seat it is. */
  readonly party: PartyCode;
  readonly member: PersonId;
}

export type MemberNominated = DomainEvent<
  'MemberNominated',
  MovesClocks & OnSeat & { readonly coChair: boolean; readonly by: PersonId }
>;

/** Who was nominated or drawn did not disclose in time, and is on the panel no more. */
export type MemberRemoved = DomainEvent<'MemberRemoved', MovesClocks & OnSeat>;

/** Why a seat is filled by lot: its side named nobody in time, or the one on it did not disclose in time. */
export type WhyDrawn = 'no-nomination' | 'no-disclosure';

/** A seat was filled by lot. */
export type MemberDrawn = DomainEvent<
  'MemberDrawn',
  MovesClocks &
    OnSeat & {
      readonly because: WhyDrawn;
      readonly draw: DrawRecord;
      /** SHA-256 of the secret of a later draw of the seat, so that as many are published beforehand as before. */
      readonly commitment: Sha256;
    }
>;

export type DisclosureMade = DomainEvent<
  'DisclosureMade',
  MovesClocks & OnSeat & { readonly statement: readonly Text[] }
>;

export type ChallengeMade = DomainEvent<
  'ChallengeMade',
  MovesClocks &
    OnSeat & {
      readonly challengeId: string;
      readonly challengedBy: PartyCode;
      readonly by: PersonId;
      readonly grounds: readonly Text[];
      /** When the fact came to light for which a settled member is challenged; `null` in the time for challenges. */
      readonly cameToLight: Instant | null;
    }
>;

/** Nobody challenged, or nobody used the peremptory replacement, in time. */
export type ChallengeTimeEnded = DomainEvent<
  'ChallengeTimeEnded',
  MovesClocks & OnSeat & { readonly unused: 'challenge' | 'replacement' }
>;

export type ChallengeDecisionSigned = DomainEvent<
  'ChallengeDecisionSigned',
  MovesClocks & {
    readonly challengeId: string;
    readonly by: PersonId;
    readonly party: PartyCode;
    readonly verdict: ChallengeVerdict;
    readonly digest: Sha256;
  }
>;

export type ChallengeDecided = DomainEvent<
  'ChallengeDecided',
  MovesClocks & OnSeat & { readonly challengeId: string; readonly outcome: ChallengeOutcome }
>;

export type MemberReplaced = DomainEvent<
  'MemberReplaced',
  MovesClocks & OnSeat & { readonly replacedBy: PartyCode; readonly by: PersonId }
>;

export type MemberRecused = DomainEvent<'MemberRecused', MovesClocks & OnSeat & { readonly reason: readonly Text[] }>;

export interface ConvenedMember {
  readonly member: PersonId;
  readonly side: Side;
  readonly party: PartyCode;
  readonly coChair: boolean;
  readonly chosenBy: 'nomination' | 'lot';
}

interface Whole {
  readonly members: readonly ConvenedMember[];
  /** Whether an act or an expiry completed the panel, which decides the trigger day of what follows. */
  readonly by: 'act' | 'expiry';
}

export type PanelConvened = DomainEvent<'PanelConvened', MovesClocks & Whole>;

/** A panel that had lost a member is whole again (I-02). */
export type ParityRestored = DomainEvent<'ParityRestored', MovesClocks & Whole>;

/** Seats of one side, or of both at one instant, cannot be filled any more (S6). */
export type PanelImpossible = DomainEvent<
  'PanelImpossible',
  MovesClocks & {
    readonly seats: readonly string[];
    /** The sides that have no eligible name left, by code of their party, the complainant's first. */
    readonly lacking: readonly PartyCode[];
    /** Those of which as many as the rules allow were drawn in a row for one seat, and none was seated. */
    readonly unseated: readonly PartyCode[];
  }
>;

/** From the interim text on a side without an eligible name ends no screening: the seat stays empty (I-68). */
export type SeatLeftEmpty = DomainEvent<
  'SeatLeftEmpty',
  MovesClocks & { readonly seat: string; readonly side: Side; readonly party: PartyCode }
>;

export type CompositionEvent =
  | PanelOpened
  | RostersFrozenAnew
  | RosterFoundShort
  | RosterFilledUp
  | MemberNominated
  | MemberRemoved
  | MemberDrawn
  | NonceEvent
  | DisclosureMade
  | ChallengeMade
  | ChallengeTimeEnded
  | ChallengeDecisionSigned
  | ChallengeDecided
  | MemberReplaced
  | MemberRecused
  | PanelConvened
  | ParityRestored
  | PanelImpossible
  | SeatLeftEmpty
  | SeatTimeCounted;

/**
 * What follows when the last seat is settled: the panel is convened (I-01, I-03), or parity is restored to it (I-02).
 * @param by whether an act or an expiry settled the seat
 */
export function whenWhole(
  state: OpenedPanel,
  at: Instant,
  by: 'act' | 'expiry',
  clocks: Clocks,
): readonly OpenedPanelEvent[] {
  const members = convenedMembers(state);
  const coChairs = members.filter(({ coChair }) => coChair).map(({ member }) => member);
  if (!state.seats.every(isSettled) || panelFault(seatedMembers(state), coChairs)) return [];
  const data = { members, by };
  const event: PanelConvened | ParityRestored = state.convening
    ? {
        type: 'ParityRestored',
        occurredAt: at,
        rule: 'I-02',
        tier: 'PUBLIC',
        data: { ...data, ...findingsAfter(state, at, by, clocks) },
      }
    : {
        type: 'PanelConvened',
        occurredAt: at,
        rule: 'I-01',
        tier: 'PUBLIC',
        data: { ...data, opens: urgencyClock(state, at, by, clocks), closes: [] },
      };
  return [event, ...reviewOpening(evolveOpened(state, event), clocks)];
}

/** On the urgent track the panel has a time from its composition to confirm or refuse the urgency. */
function urgencyClock({ track, urgency }: OpenedPanel, at: Instant, by: 'act' | 'expiry', clocks: Clocks) {
  return track === 'urgent' && !urgency
    ? [clocks.start('urgency-confirmation', { event: 'PanelConvened', at, kind: by })]
    : [];
}

/** A panel that is whole again in S9 has a least time from then for its findings, whatever was left of it. */
function findingsAfter(
  { stage, running: { findings } }: OpenedPanel,
  at: Instant,
  by: 'act' | 'expiry',
  clocks: Clocks,
): MovesClocks {
  const least = clocks.start('late-findings', { event: 'ParityRestored', at, kind: by }, 'findings');
  const enough = stage.name !== 'deciding' || stage.votingEndedAt !== null || (findings?.dueAt ?? '') >= least.dueAt;
  return enough ? { opens: [], closes: [] } : { opens: [least], closes: findings ? ['findings'] : [] };
}
