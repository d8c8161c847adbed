import type { Instant } from '@parley/kernel';
import type { ComplianceRegionState } from '@parley/procedure';
import {
  owedBy,
  type AgreementInForce,
  type AgreementState,
  type Obligation,
  type StatusReport,
} from './agreement-state';

/**
 * An obligation as it stands at an instant: one whose date has passed is late whether or not its default is on record
 * yet (I-54).
 */
export const obligationStateAt = ({ state, deadline }: Obligation, now: Instant): Obligation['state'] =>
  state === 'open' && now >= deadline.dueAt ? 'overdue' : state;

export const reportStateAt = ({ state, deadline }: StatusReport, now: Instant): StatusReport['state'] =>
  state === 'due' && now >= deadline.dueAt ? 'missing' : state;

/** S13: where an agreement stands by what is on record, or at an instant by what has passed by then. */
export function complianceRegion(state: AgreementState, now?: Instant): ComplianceRegionState {
  if (state.status !== 'in-force') return 'none';
  if (state.fulfilledAt !== undefined || state.obligations.every((obligation) => obligation.state === 'fulfilled'))
    return 'fulfilled';
  const late = state.obligations.some(
    (obligation) => (now === undefined ? obligation.state : obligationStateAt(obligation, now)) === 'overdue',
  );
  return late || state.parties.some((party) => owesLateReport(state, party, now)) ? 'overdue' : 'on-course';
}

/** A party that let the time for its newest report pass; a report that it gives later clears what it missed before. */
function owesLateReport(state: AgreementInForce, party: StatusReport['party'], now: Instant | undefined): boolean {
  if (owedBy(state, party).length === 0) return false;
  const stateOf = (report: StatusReport): StatusReport['state'] =>
    now === undefined ? report.state : reportStateAt(report, now);
  return (
    stateOf(state.reports.findLast((report) => report.party === party && stateOf(report) !== 'due') ?? NEVER) ===
    'missing'
  );
}

const NEVER = { state: 'given' } as StatusReport;
