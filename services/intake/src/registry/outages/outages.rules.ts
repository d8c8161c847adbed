import type { Bilingual, DomainEvent, Instant, PartyCode, PersonId, Sha256, Text } from '@parley/kernel';
import type { SetAside } from '@parley/procedure';
import type { Act, CaseState, FiledCase } from '../../case/case-commands.rules';
import { fileOf, type MovesClocks } from '../../case/case-events.rules';
import type { Reply } from '../../case/reply/reply.rules';
import type { AnnulOutage, OutageAnnulled, OutageAnnulmentSigned } from './annul-outage.rules';

/** An outage as it stands in the register. */
export interface RegisteredOutage {
  readonly outageId: string;
  readonly from: Instant;
  readonly to: Instant;
  /** When a co-head proposed it; `null` for an outage that the heartbeat declared. */
  readonly proposedAt: Instant | null;
  /** The reason of a proposal; empty for an outage that the heartbeat declared. */
  readonly reason: readonly Text[];
  /** What co-heads sign; `null` for an outage that the heartbeat declared. */
  readonly digest: Sha256 | null;
  readonly signedBy: readonly { readonly party: PartyCode; readonly by: PersonId }[];
  readonly declaredBy: DeclaredBy | null;
  readonly declaredAt: Instant | null;
  /** Who has signed that it was none; with both sides' signatures it is annulled. */
  readonly annulledBy: readonly { readonly party: PartyCode; readonly by: PersonId }[];
  readonly annulledAt: Instant | null;
}

/** Every outage of the installation, proposed or declared, by its id. */
export type OutageRegister = Readonly<Record<string, RegisteredOutage>>;

/** The heartbeat was silent for longer than the rule set allows, and a limit ended in it. */
export interface DeclareByHeartbeat {
  readonly type: 'DeclareByHeartbeat';
  readonly outageId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly at: Instant;
}
export type ProposeOutage = Act & {
  readonly type: 'ProposeOutage';
  readonly party: PartyCode;
  readonly outageId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly reason: readonly Text[];
  readonly digest: Sha256;
};
export type SignOutage = Act & {
  readonly type: 'SignOutage';
  readonly party: PartyCode;
  readonly outageId: string;
  readonly digest: Sha256;
};

export type OutageRegisterCommand = DeclareByHeartbeat | ProposeOutage | SignOutage | AnnulOutage;

/** An outage was declared, and this case has deadlines that may have ended in it. */
export interface NoteOutage {
  readonly type: 'NoteOutage';
  readonly outageId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly declaredBy: DeclaredBy;
  /**
   * True when a limit of another context ended in it in this case. That context moves the limit when it hears of the
   * note.
   */
  readonly elsewhere: boolean;
  readonly at: Instant;
}

/**
 * A co-head says that the system was away, and signs for it. It is declared when the other side's co-head has signed
 * the same (I-04).
 */
export type OutageProposed = DomainEvent<
  'OutageProposed',
  {
    readonly outageId: string;
    readonly from: Instant;
    readonly to: Instant;
    readonly reason: readonly Text[];
    readonly digest: Sha256;
    readonly by: PersonId;
    readonly party: PartyCode;
  }
>;

/** The outage is declared. Each case now moves the limits that ended in it (I-61). */
export type OutageDeclared = DomainEvent<
  'OutageDeclared',
  {
    readonly outageId: string;
    readonly from: Instant;
    readonly to: Instant;
    readonly declaredBy: DeclaredBy;
    readonly signedBy: readonly { readonly party: PartyCode; readonly by: PersonId }[];
  }
>;

export type OutageRegisterEvent = OutageProposed | OutageDeclared | OutageAnnulmentSigned | OutageAnnulled;

/** Who declared an outage: the system by its own heartbeat, or both co-heads. */
export type DeclaredBy = 'heartbeat' | 'coheads';

/** A case notes an outage. Each of its deadlines that ended in it ends later, the same for both sides (I-61). */
export type OutageNoted = DomainEvent<
  'OutageNoted',
  MovesClocks & {
    readonly outageId: string;
    readonly from: Instant;
    readonly to: Instant;
    readonly declaredBy: DeclaredBy;
    readonly reason: Bilingual;
  }
>;

/**
 * A reply that came in time was entered after its lapse: the lapse is set aside by what proves it, and later steps
 * stand (I-19). Older ones say nothing of the clock.
 */
export type ReplyLapseSetAside = DomainEvent<
  'ReplyLapseSetAside',
  MovesClocks & Pick<SetAside, 'becauseOf'> & Partial<SetAside> & { readonly reply: Reply; readonly by: PersonId }
>;

/**
 * Another act that had come in time was entered after its default was on record. It sets the default aside, and later
 * steps stand (I-19).
 */
export type DefaultSetAside = DomainEvent<'DefaultSetAside', MovesClocks & SetAside>;

export type OutagesEvent = OutageNoted | ReplyLapseSetAside | DefaultSetAside;

/** A case that was closed for want of a cure, as it stood before. Its defects stand in the notice. */
export const openToCure = (state: FiledCase): Extract<CaseState, { status: 'deficient' }> | undefined =>
  state.status === 'ended' && !state.registration ? { ...fileOf(state), status: 'deficient', defects: [] } : undefined;
