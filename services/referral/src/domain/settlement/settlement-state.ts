import type { CaseParties, Instant, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import type { RunningDeadline, SettlementRegionState } from '@parley/procedure';
import type { PublicTerms } from '../compliance/obligation-terms';
import type { SettlementFact } from './settlement-fact';
import type { SettlementText } from './settlement-text';

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
