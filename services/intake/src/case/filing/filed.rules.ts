import { runningAfter } from '@parley/procedure';
import type { CaseState } from '../case-commands.rules';
import type { CaseEvent } from '../case-events.rules';
import { deed } from '@parley/procedure';
import { notReviewed } from '../outcome/review.rules';

export function filed({ data, occurredAt }: Extract<CaseEvent, { type: 'GrievanceFiled' }>): CaseState {
  const { caseId, parties, ruleSetVersion, grievance, certification, receipt, contact, arrivesOn } = data;
  return {
    status: 'filed',
    caseId,
    parties,
    ruleSetVersion,
    grievance,
    certification,
    receipt,
    contact,
    filedAt: occurredAt,
    arrivesOn,
    running: runningAfter({}, data),
    lapsed: {},
    cures: 0,
    filingsAmended: 0,
    track: data.urgency ? 'urgent' : 'standard',
    relations: data.relations ?? {},
    consolidation: null,
    urgency: data.urgency ? { ...data.urgency, status: 'claimed', signatures: [] } : null,
    goneClaims: [],
    withdrawals: [],
    refilings: [],
    amendments: [],
    proposals: [],
    summaries: [],
    lateEntries: [],
    deeds: [deed('filing', 'filing', parties.complainant, data.filedBy, occurredAt)],
    review: notReviewed,
    suspensions: [],
  };
}
