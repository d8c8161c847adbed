import type { CaseParties, Instant } from '@parley/kernel';
import type { LapsedClocks, RunningDeadline } from '@parley/procedure';
import type { CaseDocument, DocumentId } from './documents/document';
import type { Exhibit, ExhibitNumber } from './exhibit';
import type { ToldOfCase } from './knowledge/known-case';

/** What this service itself recorded of a case. */
export interface OwnEvidence {
  readonly exhibits: ReadonlyMap<ExhibitNumber, Exhibit>;
  /** What the parties wrote in the case itself and a translation of is due, in the order of its service. */
  readonly documents: ReadonlyMap<DocumentId, CaseDocument>;
  /** Clocks that stand still with the screening, by id. */
  readonly standing: Readonly<Record<string, RunningDeadline>>;
  /** Clocks that run, by id. */
  readonly running: Readonly<Record<string, RunningDeadline>>;
  /** Those that ended unheard, by id, until an act is proved that had come in their time (I-19). */
  readonly lapsed: LapsedClocks<RunningDeadline>;
}

/** A case that is known of: what was recorded here, with what the others have told. */
export type CaseFile = OwnEvidence & Omit<ToldOfCase, 'parties' | 'endedAt'> & { readonly parties: CaseParties };

/** The evidence of one case: not known of, open, or ended with its screening. */
export type EvidenceState =
  | { readonly status: 'unknown'; readonly panel: ToldOfCase['panel'] }
  | (CaseFile & { readonly status: 'open' })
  | (CaseFile & { readonly status: 'ended'; readonly endedAt: Instant });

export type KnownCase = Exclude<EvidenceState, { readonly status: 'unknown' }>;

export const noEvidence: OwnEvidence = {
  exhibits: new Map(),
  documents: new Map(),
  standing: {},
  running: {},
  lapsed: {},
};

/** How a case stands by what was recorded here and what the others have told. */
export function evidenceOf(own: OwnEvidence, { parties, endedAt, ...told }: ToldOfCase): EvidenceState {
  if (parties === null) return { status: 'unknown', panel: told.panel };
  const file = { ...own, ...told, parties };
  return endedAt === null ? { ...file, status: 'open' } : { ...file, status: 'ended', endedAt };
}
