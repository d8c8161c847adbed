import type { MessageInitShape } from '@bufbuild/protobuf';
import { referral, sayDeadline, sayTexts, tell } from '@parley/contracts';
import { streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { RunningDeadline } from '@parley/procedure';
import type { AgreementEvent, ObligationVerified } from './agreement-events.rules';
import type { ObligationTerms, PublicTerms } from './verification.rules';

/**
 * What everybody is told of the compliance with a settlement: owner, date and state of each obligation, and whether
 * reports came (I-54).
 */
export function tellOfCompliance(recorded: RecordedEvent, event: AgreementEvent): readonly PublicEvent[] {
  const caseId = streamIdOf(recorded.stream);
  const at = event.occurredAt;
  switch (event.type) {
    case 'AgreementEntered': {
      const { digest, obligations, publication, opens } = event.data;
      const entered = {
        caseId,
        at,
        digest,
        obligations: sayObligations(obligations),
        textIsPublic: publication === 'text',
        ...nextReview(opens),
      };
      return [tell(recorded, referral.AgreementEnteredSchema, entered)];
    }
    case 'ObligationOverdue':
      return [
        tell(recorded, referral.ObligationNotedSchema, { caseId, at, status: 'overdue', ...ofObligation(event.data) }),
      ];
    case 'ObligationFulfilled':
      return [
        tell(recorded, referral.ObligationNotedSchema, {
          caseId,
          at,
          status: event.data.late ? 'fulfilled-late' : 'fulfilled',
          ...ofObligation(event.data),
        }),
      ];
    case 'ObligationVerified':
      return [
        tell(recorded, referral.ObligationNotedSchema, {
          caseId,
          at,
          status: verdictOf(event),
          party: event.data.party,
          says: event.data.says,
          ...ofObligation(event.data),
        }),
      ];
    case 'ObligationVerifiedBySilence':
    case 'ObligationChecked':
    case 'JointCheckLapsed': {
      const status =
        event.type === 'ObligationChecked'
          ? `checked-${event.data.finding}`
          : event.type === 'JointCheckLapsed'
            ? 'check-lapsed'
            : 'verified-by-silence';
      return [
        tell(recorded, referral.ObligationNotedSchema, {
          caseId,
          at,
          status,
          says: event.data.says,
          ...ofObligation(event.data),
        }),
      ];
    }
    case 'DateMoved':
      return [
        tell(recorded, referral.ObligationNotedSchema, {
          caseId,
          at,
          status: 'date-moved',
          party: event.data.party,
          date: event.data.date,
          ...ofObligation(event.data),
        }),
      ];
    case 'NonPerformanceNoticed':
      return [
        tell(recorded, referral.ObligationNotedSchema, {
          caseId,
          at,
          status: 'non-performance',
          party: event.data.party,
          ...ofObligation(event.data),
        }),
      ];
    case 'StatusReportGiven': {
      const { party, review, late } = event.data;
      return [
        tell(recorded, referral.StatusReportNotedSchema, {
          caseId,
          at,
          party,
          review,
          status: late ? 'given-late' : 'given',
        }),
      ];
    }
    case 'StatusReportMissed':
      return [
        tell(recorded, referral.StatusReportNotedSchema, {
          caseId,
          at,
          party: event.data.party,
          review: event.data.review,
          status: 'missing',
        }),
      ];
    case 'ReviewClosed': {
      const { review, unverified, opens } = event.data;
      return [
        tell(recorded, referral.ComplianceReviewedSchema, {
          caseId,
          at,
          review,
          unverified: [...unverified],
          ...nextReview(opens),
        }),
      ];
    }
    case 'AgreementUndone':
      return [tell(recorded, referral.AgreementUndoneSchema, { caseId, at, party: event.data.party })];
    case 'AgreementFulfilled':
      return [tell(recorded, referral.AgreementFulfilledSchema, { caseId, at })];
    default:
      return [];
  }
}

/** A word that ends a dispute whose check is over moves no clock, so nothing else serves notice of it. */
const verdictOf = ({ data: { verdict, opens, closes } }: ObligationVerified): string =>
  opens.length + closes.length === 0 ? 'verified-later' : verdict;

const ofObligation = ({ obligation, owner }: { readonly obligation: string; readonly owner: string }) => ({
  obligationId: obligation,
  owner,
});

function nextReview(opens: readonly RunningDeadline[]) {
  const review = opens.find(({ clock }) => clock === 'compliance-review');
  return review ? { next: sayDeadline(review) } : {};
}

/** Obligations as messages, with their words if these are public. */
export const sayObligations = (
  obligations: readonly (PublicTerms & Partial<ObligationTerms>)[],
): MessageInitShape<typeof referral.ObligationSchema>[] =>
  obligations.map(({ id, owner, date, what = [], check = [] }) => ({
    id,
    owner,
    date,
    what: sayTexts(what),
    check: sayTexts(check),
  }));
