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
} from '@parley/kernel';
import {
  sha256Text,
  type AnswerLateEntry,
  type ClaimLateEntry,
  type Deed,
  type LateEntries,
  type RunningDeadline,
  type SettlementRegionState,
} from '@parley/procedure';
import type { ObligationTerms, Publication, PublicTerms } from '../compliance/verification.rules';
import type { RepudiateAct } from '../repudiation/repudiation.rules';
import type { Act } from '../referral/common-refusals.rules';
import type { ToldOfCase } from '../referral/known-case.rules';
import type { NoteCalendar, NoteOutage } from '../time/time.rules';
import type { Conciliators } from './conciliators-state.rules';
import type { SettlementPhase, SettlementWindowLapsed } from './settlement-refusals.rules';

/** Another context told a fact that opens, stops or moves something of the settlement. */
export interface NoteScreening {
  readonly type: 'NoteScreening';
}

export type ProposeConciliation = Act & { readonly type: 'ProposeConciliation' };
export type AcceptConciliation = Act & { readonly type: 'AcceptConciliation'; readonly n: number };
/**
 * Declines a proposal, takes it back, or breaks off a conciliation that is under way: either party may, at any time.
 */
export type BreakOffConciliation = Act & { readonly type: 'BreakOffConciliation'; readonly n: number };
export type TableText = Act & { readonly type: 'TableText'; readonly caseId: CaseId; readonly text: SettlementText };
export type SignText = Act & {
  readonly type: 'SignText';
  readonly n: number;
  readonly digest: Sha256;
};
export type ConciliatorsCommand =
  | (Act & { readonly type: 'PickConciliator'; readonly person: PersonId })
  /** `of`: the side that picked the person who accepts. */
  | (Act & { readonly type: 'AcceptAsConciliator'; readonly of: PartyCode })
  | (Act & { readonly type: 'WithdrawAsConciliator' })
  | (Act & { readonly type: 'SignConciliatorsProposal'; readonly caseId: CaseId; readonly text: readonly Text[] });
/** A deadline passed. Decided only when no act that came before it can still be under way. */
export interface ExpireSettlementDeadline {
  readonly type: 'ExpireDeadline';
  readonly deadlineId: string;
}

export type SettlementCommand =
  | NoteScreening
  | NoteOutage
  | NoteCalendar
  | ProposeConciliation
  | AcceptConciliation
  | ClaimLateEntry<AcceptConciliation>
  | AnswerLateEntry
  | BreakOffConciliation
  | ConciliatorsCommand
  | TableText
  | SignText
  | RepudiateAct
  | ExpireSettlementDeadline;

/** One attempt, from its proposal on. */
export interface Conciliation {
  readonly n: number;
  readonly proposedBy: PartyCode;
  readonly proposedAt: Instant;
  /** When it is recorded as unanswered. It is kept after it stops running. */
  readonly answer: RunningDeadline;
  readonly begunAt?: Instant;
  /**
   * When an acceptance that had come in time was entered, if it was proved only after the answer was recorded as
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

export interface Settled {
  readonly n: number;
  readonly at: Instant;
  readonly digest: Sha256;
  readonly phase: 'conciliation' | 'window';
  readonly obligations: readonly PublicTerms[];
}

/** A settlement that counts no more, since a side repudiated its signature. */
export interface Undone {
  readonly settled: Settled;
  readonly at: Instant;
  readonly party: PartyCode;
}

/** What the settlement recorded of a case. */
export interface OwnSettlement {
  readonly region: SettlementRegionState;
  readonly conciliations: readonly Conciliation[];
  readonly conciliators: readonly Conciliators[];
  readonly texts: readonly TabledText[];
  /**
   * Number of the text that can be signed. It is the one tabled last, unless its conciliation was broken off or
   * stopped, its window lapsed, or the screening was reopened.
   */
  readonly onTheTable?: number;
  /** The formal window after findings; kept after it stops running. */
  readonly window?: RunningDeadline;
  /** What a side said to have done by another channel. */
  readonly lateEntries: LateEntries<AcceptConciliation>;
  readonly settled?: Settled;
  /** What a side may repudiate, in the order in which it was recorded. */
  readonly deeds: readonly Deed[];
  readonly undone: readonly Undone[];
  /** Deadlines that run now, by id. */
  readonly running: Readonly<Record<string, RunningDeadline>>;
}

/** A case whose filing is known. Nobody acts in any other case. */
export interface FiledSettlement extends OwnSettlement {
  readonly status: 'filed';
  readonly parties: CaseParties;
  readonly told: ToldOfCase;
}

export type SettlementState = { readonly status: 'unfiled'; readonly told: ToldOfCase } | FiledSettlement;

export const noSettlement: OwnSettlement = {
  region: 'idle',
  conciliations: [],
  conciliators: [],
  texts: [],
  deeds: [],
  undone: [],
  lateEntries: [],
  running: {},
};

/** The state of a settlement, from what was recorded here and what the other contexts have told. */
export const settlementOf = (own: OwnSettlement, told: ToldOfCase): SettlementState =>
  told.parties ? { status: 'filed', parties: told.parties, told, ...own } : { status: 'unfiled', told };

/** The proposal that awaits an answer, or the conciliation under way. There is at most one. */
export const openConciliation = ({ conciliations }: OwnSettlement): Conciliation | undefined =>
  conciliations.find(({ end }) => !end);

/**
 * A settlement as the parties would sign it, in English and Chinese, both authentic. It is without prejudice until both
 * have signed (I-45).
 */
export interface SettlementText {
  readonly title: readonly Text[];
  readonly text: readonly Text[];
  readonly obligations: readonly ObligationTerms[];
  readonly publication: Publication;
}

/**
 * What both parties sign: the whole text with its obligations, and the case that it settles, so that no signature fits
 * another case.
 */
export const settlementDigest = (caseId: CaseId, { title, text, obligations, publication }: SettlementText): Sha256 =>
  sha256Text(canonicalJson({ caseId, title, text, obligations, publication }));

export const WINDOW = 'settlement-window';

export const isUnderWay = ({ kind }: SettlementPhase, { region }: OwnSettlement): boolean =>
  kind === 'window' || region === 'conciliation';

const runningConciliators = ({ running }: OwnSettlement): readonly string[] =>
  Object.values(running).flatMap(({ id, clock }) => (clock === 'conciliators' ? id : []));

/** S10 by time: the window lapses, and does not hold back a referral. */
export const windowByDefault = (expiry: Instant, state: FiledSettlement): Decision<SettlementWindowLapsed> =>
  state.region === 'window'
    ? accept({
        type: 'SettlementWindowLapsed',
        occurredAt: expiry,
        rule: 'S10',
        tier: 'PUBLIC',
        data: { opens: [], closes: [WINDOW, ...runningConciliators(state)] },
      })
    : accept();
