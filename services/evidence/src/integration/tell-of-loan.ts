import { evidence, tell } from '@parley/contracts';
import type { RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { ExhibitLent, LoanAsked, LoanEnded } from '../domain/loans/loan-events';

type Told = LoanAsked | ExhibitLent | LoanEnded;

const STEPS: Readonly<Record<Told['type'], string>> = { LoanAsked: 'asked', ExhibitLent: 'lent', LoanEnded: 'ended' };

/** What of a loan the other contexts are told, at the tier of its exhibit. */
export function tellOfLoan(recorded: RecordedEvent, caseId: string, event: Told): PublicEvent {
  const { number: exhibitNumber, party, assignment: assignmentId } = event.data;
  const [by, signedDigest] =
    event.type === 'ExhibitLent' ? [event.data.basis, event.data.digest ?? ''] : [event.data.as, ''];
  return tell(recorded, evidence.ExhibitLoanSchema, {
    caseId,
    exhibitNumber,
    party,
    assignmentId,
    step: STEPS[event.type],
    by,
    signedDigest,
    at: event.occurredAt,
    closes: [...event.data.closes],
  });
}
