import {
  accept,
  canonicalJson,
  type CaseId,
  type CaseParties,
  type Decision,
  type Instant,
  type PartyCode,
  type PersonId,
  type Sha256,
  type Text,
  type Tier,
} from '@parley/kernel';
import {
  sha256Text,
  type LateEntry,
  type RunningDeadline,
  type SettlementRegionState,
  type StandStill,
} from '@parley/procedure';
import type { ObligationTerms, Publication, PublicTerms } from '../compliance/verification.rules';
import type { Act } from '../referral/common-refusals.rules';
import type { NoteCalendar, NoteOutage } from '../time/time.rules';
import type { SettlementWindowLapsed } from './settlement-refusals.rules';

/** What a settlement must know of its case from the other contexts. The facts come in no common order. */
export type SettlementFact =
  | { readonly kind: 'filed'; readonly parties: CaseParties }
  | {
      readonly kind: 'registered';
      readonly docketNumber: string;
      readonly registeredAt: Instant;
      readonly ruleSetVersion: string;
      /**
       * First instant at which the long-stop has passed; absent when the screening had ended before the number was
       * given.
       */
      readonly longStop?: Instant;
    }
  /** Both parties took another version of the rules: clocks that start now are of it. */
  | { readonly kind: 'rules-adopted'; readonly version: string }
  | { readonly kind: 'long-stop-moved'; readonly longStop: Instant }
  | {
      readonly kind: 'findings-issued';
      readonly issuedAt: Instant;
      /** `expiry` when a default issued them: then the day of the expiry is the window's trigger day. */
      readonly by: 'act' | 'expiry';
    }
  | { readonly kind: 'screening-ended'; readonly outcome: string; readonly endedAt: Instant }
  | { readonly kind: 'screening-suspended' }
  | {
      readonly kind: 'screening-resumed';
      readonly longStop?: Instant;
      /** What no clock counts; absent in what was noted before the clocks of a settlement stood still. */
      readonly still?: StandStill;
    }
  | { readonly kind: 'lapse-set-aside' }
  | { readonly kind: 'screening-reopened'; readonly longStop?: Instant };

/** A public event of another context says something that the settlement must know. */
export interface NoteFact {
  readonly type: 'NoteFact';
  readonly fact: SettlementFact;
  /** Id of the public event. */
  readonly from: string;
  readonly at: Instant;
  readonly tier: Tier;
}

export type ProposeConciliation = Act & { readonly type: 'ProposeConciliation' };
export type AcceptConciliation = Act & { readonly type: 'AcceptConciliation'; readonly n: number };
/** The registry enters an acceptance that came by another channel. */
export type EnterConciliationAnswer = LateEntry<AcceptConciliation> & { readonly type: 'EnterConciliationAnswer' };
/**
 * Declines a proposal, takes it back, or breaks off a conciliation that is under way: either party may, at any time.
 */
export type BreakOffConciliation = Act & { readonly type: 'BreakOffConciliation'; readonly n: number };
export type TableText = Act & { readonly type: 'TableText'; readonly caseId: CaseId; readonly text: SettlementText };
export type SignText = Act & {
  readonly type: 'SignText';
  readonly n: number;
  readonly digest: Sha256;
  readonly jws?: string;
};
/** The registry enters a signature of the text that lay on the table, which came by another channel. */
export type EnterTextSignature = LateEntry<SignText> & { readonly type: 'EnterTextSignature' };
/** A deadline passed. Decided only when no act that came before it can still be under way. */
export interface ExpireSettlementDeadline {
  readonly type: 'ExpireDeadline';
  readonly deadlineId: string;
}

export type SettlementCommand =
  | NoteFact
  | NoteOutage
  | NoteCalendar
  | ProposeConciliation
  | AcceptConciliation
  | EnterConciliationAnswer
  | BreakOffConciliation
  | TableText
  | SignText
  | EnterTextSignature
  | ExpireSettlementDeadline;

type Known<Kind extends SettlementFact['kind']> = Omit<Extract<SettlementFact, { kind: Kind }>, 'kind'>;

/** What is known of the case from the other contexts. Each part may come first. */
export interface KnownOfCase {
  readonly registration?: Known<'registered'>;
  readonly findings?: Known<'findings-issued'>;
  readonly ended?: Known<'screening-ended'>;
  /** The long-stop stands still with the other clocks, and the parties may settle meanwhile. */
  readonly suspended?: { readonly since: Instant };
}

/** One attempt, from its proposal on. */
export interface Conciliation {
  readonly n: number;
  readonly proposedBy: PartyCode;
  readonly proposedAt: Instant;
  /** When it is recorded as unanswered; kept after it stops running. */
  readonly answer: RunningDeadline;
  readonly begunAt?: Instant;
  /**
   * When an acceptance that had come in time was entered, where it was proved only after the answer was recorded as
   * missing.
   */
  readonly provedAt?: Instant;
  readonly end?: ConciliationEnd;
}

export interface ConciliationEnd {
  readonly how: 'unanswered' | 'broken-off' | 'stopped' | 'settled' | 'window-opened';
  readonly at: Instant;
  /** The party that broke it off. */
  readonly by?: PartyCode;
}

export interface TextSignature {
  readonly by: PersonId;
  readonly party: PartyCode;
  readonly at: Instant;
  readonly jws?: string;
}

export interface TabledText {
  readonly n: number;
  readonly by: PersonId;
  readonly party: PartyCode;
  readonly tabledAt: Instant;
  readonly digest: Sha256;
  readonly text: SettlementText;
  readonly signatures: readonly TextSignature[];
}

/** The settlement that both parties signed. */
export interface Settled {
  readonly n: number;
  readonly at: Instant;
  readonly digest: Sha256;
  readonly phase: 'conciliation' | 'window';
  readonly obligations: readonly PublicTerms[];
  /** When the signature that completed it was entered, where the window had lapsed before it was proved. */
  readonly provedAt?: Instant;
}

/** A case of which the filing is known; only in one does anybody act. */
export interface FiledSettlement {
  readonly status: 'filed';
  readonly parties: CaseParties;
  readonly known: KnownOfCase;
  readonly region: SettlementRegionState;
  readonly conciliations: readonly Conciliation[];
  readonly texts: readonly TabledText[];
  /** Number of the text that can be signed: the one tabled last, unless what it was tabled in was broken off. */
  readonly onTheTable?: number;
  /** Number of the text that lay on the table as the window lapsed. */
  readonly leftOnTheTable?: number;
  /** The formal window after findings; kept after it stops running. */
  readonly window?: RunningDeadline;
  /** When a signature was entered that set the lapse of the window aside. */
  readonly provedAt?: Instant;
  readonly settled?: Settled;
  /** Deadlines that run now, by id. */
  readonly running: Readonly<Record<string, RunningDeadline>>;
}

export type SettlementState = { readonly status: 'unfiled'; readonly known: KnownOfCase } | FiledSettlement;

export const unfiledSettlement: SettlementState = { status: 'unfiled', known: {} };

/** The proposal that awaits an answer, or the conciliation under way. There is at most one. */
export const openConciliation = ({ conciliations }: FiledSettlement): Conciliation | undefined =>
  conciliations.find(({ end }) => !end);

/**
 * A settlement as the parties would sign it, in English and Chinese, both authentic. Without prejudice until both have
 * signed (I-45).
 */
export interface SettlementText {
  readonly title: readonly Text[];
  readonly text: readonly Text[];
  readonly obligations: readonly ObligationTerms[];
  readonly publication: Publication;
}

/**
 * What both parties sign: the whole text with its obligations, in the case that it settles, so that no signature fits
 * another.
 */
export const settlementDigest = (caseId: CaseId, { title, text, obligations, publication }: SettlementText): Sha256 =>
  sha256Text(canonicalJson({ caseId, title, text, obligations, publication }));

export const WINDOW = 'settlement-window';

/** S10 by time: the window lapses, and holds back no referral. */
export const windowByDefault = (expiry: Instant, state: FiledSettlement): Decision<SettlementWindowLapsed> =>
  state.region === 'window'
    ? accept({
        type: 'SettlementWindowLapsed',
        occurredAt: expiry,
        rule: 'S10',
        tier: 'PUBLIC',
        data: { opens: [], closes: [WINDOW] },
      })
    : accept();
