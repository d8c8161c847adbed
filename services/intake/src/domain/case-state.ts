import type { CaseId, CaseParties, Instant, IsoDate } from '@parley/kernel';
import type { Defect } from './completeness/check-completeness';
import type { LapsedClocks, Track } from '@parley/procedure';
import type { Amendment } from './amendments/amendment';
import type { Withdrawal } from './claims/withdrawal';
import type { Consolidation } from './consolidation/consolidation';
import type { Relations } from './related/relations';
import type { Urgency } from './urgency/urgency';
import type { Proposal } from './consent/proposal';
import type { Suspension } from './suspension/suspension';
import type { Call } from './consultations/call';
import type { Consultations } from './consultations/consultations';
import type { Filing } from './filing/grievance';
import type { EndedBy, Outcome } from './outcome/outcome';
import type { Reply } from './reply/reply';
import type { SummaryRequest } from './summaries/summary';
import type { RunningDeadline } from './running-deadline';

/** What a case holds from its filing on, whatever stage it is in. */
export interface CaseFile extends Filing {
  readonly caseId: CaseId;
  readonly parties: CaseParties;
  /** The version under which it was filed, or which both parties adopted since: clocks that start now are of it. */
  readonly ruleSetVersion: string;
  readonly filedAt: Instant;
  readonly arrivesOn: IsoDate;
  /** Deadlines that run now, by id. */
  readonly running: Readonly<Record<string, RunningDeadline>>;
  /** Those that ended unheard, by id, until an act is proved that had come in their time (I-19). */
  readonly lapsed: LapsedClocks<RunningDeadline>;
  /** Cure rounds used. */
  readonly cures: number;
  readonly track: Track;
  /** What it refers to: the case that it files again, the one that it answers. */
  readonly relations: Relations;
  /** The cases beside which it goes on; `null` where it goes on by itself. */
  readonly consolidation: Consolidation | null;
  /** `null` where urgency was never claimed. */
  readonly urgency: Urgency | null;
  /** Ids of claims that were withdrawn or left out by an amendment: none is used again. */
  readonly goneClaims: readonly string[];
  /** What was given up, in the order in which it was. */
  readonly withdrawals: readonly Withdrawal[];
  /** How the grievance was amended since its registration. */
  readonly amendments: readonly Amendment[];
  /** What was proposed that needs two signatures, in the order in which it was. */
  readonly proposals: readonly Proposal[];
  /** What the parties asked of each other in non-confidential summaries. */
  readonly summaries: readonly SummaryRequest[];
}

/** Exchange region of a registered case (S4–S5). */
export type Exchange =
  | { readonly stage: 'awaiting-reply'; readonly calls: readonly Call[]; readonly consultations: Consultations }
  | {
      readonly stage: 'consultations' | 'closed';
      readonly reply: Reply | 'unanswered';
      readonly repliedAt: Instant;
      readonly calls: readonly Call[];
      readonly consultations: Consultations;
    };

export interface Registration {
  readonly docketNumber: string;
  readonly registeredAt: Instant;
  /** First instant at which the long-stop has passed; kept after it stops running, for acts learned of later. */
  readonly longStop: Instant;
}

export type CaseState =
  | { readonly status: 'unfiled' }
  | (CaseFile & { readonly status: 'filed' })
  | (CaseFile & { readonly status: 'deficient'; readonly defects: readonly Defect[] })
  | (CaseFile & {
      readonly status: 'complete';
      readonly completeAt: Instant;
      readonly completeBy: 'registry' | 'default';
    })
  | (CaseFile & { readonly status: 'registered'; readonly registration: Registration; readonly exchange: Exchange })
  | (CaseFile & {
      readonly status: 'suspended';
      readonly registration: Registration;
      readonly exchange: Exchange;
      readonly suspension: Suspension;
    })
  | (CaseFile & {
      readonly status: 'ended';
      readonly outcome: Outcome;
      readonly endedAt: Instant;
      readonly endedBy: EndedBy;
      /** Absent when it ended before it was registered; a number given meanwhile is still used (I-27). */
      readonly registration?: Registration;
      readonly exchange?: Exchange;
      /**
       * What ran when it ended or, of a suspended one, when it was suspended: with this it goes on if it is reopened.
       */
      readonly stopped: { readonly at: Instant; readonly deadlines: readonly RunningDeadline[] };
    });

export const unfiled: CaseState = { status: 'unfiled' };

/** A case that has been filed, in whatever state. */
export type FiledCase = Exclude<CaseState, { status: 'unfiled' }>;
export type RegisteredCase = Extract<CaseState, { status: 'registered' }>;
export type SuspendedCase = Extract<CaseState, { status: 'suspended' }>;
