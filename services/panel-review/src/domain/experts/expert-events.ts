import type { DomainEvent, PartyCode, PersonId, Text } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import type { ProposedExpert } from './expert';

export type ExpertsProposed = DomainEvent<
  'ExpertsProposed',
  MovesClocks & { readonly party: PartyCode; readonly by: PersonId; readonly experts: readonly ProposedExpert[] }
>;

/** Both co-chairs agreed on the expert and on what is asked. */
export type ExpertTaken = DomainEvent<
  'ExpertTaken',
  MovesClocks & { readonly expertId: string; readonly questions: readonly Text[]; readonly personId?: PersonId }
>;

/** An expert says, before the report, what may bear on it. */
export type ExpertDisclosed = DomainEvent<
  'ExpertDisclosed',
  MovesClocks & { readonly expertId: string; readonly by: PersonId; readonly statement: readonly Text[] }
>;

/**
 * The registry, or the expert, serves the report on both parties and the panel at once; the time for comments starts.
 */
export type ExpertReportServed = DomainEvent<
  'ExpertReportServed',
  MovesClocks & {
    readonly expertId: string;
    readonly materialId: string;
    readonly by: PersonId;
    /** Absent where the registry received it. */
    readonly as?: 'expert';
    readonly text: readonly Text[];
    readonly exhibits: readonly string[];
  }
>;

/** Both parties have commented on a report, or the time for it is over. */
export type ReportCommentsClosed = DomainEvent<
  'ReportCommentsClosed',
  MovesClocks & { readonly materialId: string; readonly missing: readonly PartyCode[] }
>;

export type ExpertEvent = ExpertsProposed | ExpertTaken | ExpertDisclosed | ExpertReportServed | ReportCommentsClosed;
