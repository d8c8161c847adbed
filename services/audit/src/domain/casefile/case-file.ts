import type { CaseParties, DomainEvent, Instant, PersonId } from '@parley/kernel';
import type { PublicFact } from '../docket/public-fact';
import type { Learning } from './learning';

/** What the audit knows of one case. */
export interface CaseFile {
  /** None until the filing, or the registration, was heard of. */
  readonly parties: CaseParties | null;
  readonly docketNumber: string | null;
  /** Public facts that came before the registration, in the order in which they came: they wait for the number. */
  readonly held: readonly PublicFact[];
  /** Named for the panel and still on it. */
  readonly nominated: ReadonlySet<PersonId>;
  readonly seated: ReadonlySet<PersonId>;
  /** Under an undecided challenge (I-09). */
  readonly challenged: ReadonlySet<PersonId>;
  /** True once the findings are issued: from then on the panel's deliberation is history for those who took part. */
  readonly released: boolean;
}

export const unknownCase: CaseFile = {
  parties: null,
  docketNumber: null,
  held: [],
  nominated: new Set(),
  seated: new Set(),
  challenged: new Set(),
  released: false,
};

export type CaseLearned = DomainEvent<'CaseLearned', { readonly learning: Learning }>;
/** Nothing of a case that is not registered may be on the docket, so the fact waits here. */
export type FactHeld = DomainEvent<'FactHeld', { readonly fact: PublicFact }>;
export type CaseFileEvent = CaseLearned | FactHeld;

/** One message of another context, as the audit understands it. */
export interface HearMessage {
  readonly learnings: readonly Learning[];
  /** What the docket is to say of it; none for what is not public. */
  readonly fact: PublicFact | null;
  readonly at: Instant;
  /** True of a fact that concerns no case, and so waits for no docket number. */
  readonly outsideCases?: boolean;
}
