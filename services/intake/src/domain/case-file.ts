import type { CaseFile, FiledCase } from './case-state';

/** The part of a case that every stage keeps. */
export function fileOf({
  caseId,
  parties,
  ruleSetVersion,
  grievance,
  certification,
  receipt,
  contact,
  filedAt,
  arrivesOn,
  ...more
}: FiledCase): CaseFile {
  const {
    running,
    lapsed,
    cures,
    track,
    relations,
    consolidation,
    urgency,
    goneClaims,
    withdrawals,
    amendments,
    proposals,
    summaries,
  } = more;
  const filing = { grievance, certification, receipt, contact, filedAt, arrivesOn };
  return {
    caseId,
    parties,
    ruleSetVersion,
    ...filing,
    running,
    lapsed,
    cures,
    track,
    relations,
    consolidation,
    urgency,
    goneClaims,
    withdrawals,
    amendments,
    proposals,
    summaries,
  };
}
