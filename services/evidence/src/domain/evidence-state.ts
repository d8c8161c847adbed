import type { CaseParties, Instant, PersonId } from '@parley/kernel';
import type { LapsedClocks, RunningDeadline } from '@parley/procedure';
import type { CaseDocument, DocumentId } from './documents/document';
import type { Exhibit, ExhibitNumber } from './exhibit';
import type { HeardPerson } from './loans/loan';

/** What this service knows of a case that it has heard of the filing of. */
export interface CaseFile {
  readonly parties: CaseParties;
  readonly registration: Registration | null;
  /** Ids of the claims, known from the registration on. */
  readonly claims: readonly string[] | null;
  /** Everybody who is nominated or seated on the panel, challenged or not. */
  readonly panel: readonly PersonId[];
  readonly exhibits: ReadonlyMap<ExhibitNumber, Exhibit>;
  /** What the parties wrote in the case itself and a translation of is due, in the order of its service. */
  readonly documents: ReadonlyMap<DocumentId, CaseDocument>;
  /** Everybody from outside of the case whom the panel hears in person. */
  readonly heard: readonly HeardPerson[];
  /** When the review ended, and with it their hearing. */
  readonly reviewEndedAt: Instant | null;
  /** Since when the screening is suspended; `null` while it is not. */
  readonly suspendedAt: Instant | null;
  /** Clocks that stand still with it, by id. */
  readonly standing: Readonly<Record<string, RunningDeadline>>;
  /** Clocks that run, by id. */
  readonly running: Readonly<Record<string, RunningDeadline>>;
  /** Those that ended unheard, by id, until an act is proved that had come in their time (I-19). */
  readonly lapsed: LapsedClocks<RunningDeadline>;
}

export interface Registration {
  readonly docketNumber: string;
  readonly ruleSetVersion: string;
  /** First instant at which the long-stop has passed; `null` where none runs. */
  readonly longStop: Instant | null;
}

/** The evidence of one case: not known of, open, or ended with its screening. */
export type EvidenceState =
  | { readonly status: 'unknown'; readonly panel: readonly PersonId[] }
  | (CaseFile & { readonly status: 'open' })
  | (CaseFile & { readonly status: 'ended'; readonly endedAt: Instant });

export type KnownCase = Exclude<EvidenceState, { readonly status: 'unknown' }>;

export const unknownCase: EvidenceState = { status: 'unknown', panel: [] };
