import type { DomainEvent, PersonId, Text } from '@parley/kernel';
import type { MovesClocks } from '../case-events';
import type { CounterStatement } from '../reply/reply';
import type { AmendmentKind, ClaimChanges } from './amendment';
import type { AmendedFiling } from './amendments-commands';

interface OfAmendment {
  readonly amendmentId: string;
}

/** The public fact: which claims are added, replaced and left out. The docket number stays (I-24). */
export type GrievanceAmended = DomainEvent<
  'GrievanceAmended',
  MovesClocks &
    OfAmendment &
    ClaimChanges & {
      readonly kind: AmendmentKind;
      readonly by: PersonId;
      /** All claims of the case from here on. */
      readonly claims: readonly string[];
      readonly subject: readonly Text[];
      readonly publicSummary: readonly Text[];
      /** The proposal that both signed; `null` where it needed none. */
      readonly proposalId: string | null;
    }
>;

/** What both parties and the panel are served of it: the grievance as it stands from here on. */
export type AmendmentServed = DomainEvent<'AmendmentServed', MovesClocks & OfAmendment & AmendedFiling>;

export type AmendmentAnswered = DomainEvent<
  'AmendmentAnswered',
  MovesClocks & OfAmendment & { readonly by: PersonId; readonly counterStatements: readonly CounterStatement[] }
>;
/** The claims of an amendment stand unanswered and the screening goes on. */
export type AmendmentReplyLapsed = DomainEvent<'AmendmentReplyLapsed', MovesClocks & OfAmendment>;
/** The time of consultations on the claims of an amendment is over. */
export type AmendmentConsultationsClosed = DomainEvent<'AmendmentConsultationsClosed', MovesClocks & OfAmendment>;

export type AmendmentsEvent =
  GrievanceAmended | AmendmentServed | AmendmentAnswered | AmendmentReplyLapsed | AmendmentConsultationsClosed;
