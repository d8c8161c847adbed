import { refuse } from '@parley/kernel';
import { ProblemError } from '@parley/http';
import type { CaseState } from '../../domain/case-state';
import { refusals } from '../../domain/refusals';
import { refusalDigest, refusalOf, type Urgency } from '../../domain/urgency/urgency';
import { filedCase } from '../show-case';
import type { UrgencyRefusalShown, UrgencyShown } from './urgency.response';

export const showUrgency = ({ ground, reasons, status }: Urgency): UrgencyShown => ({ ground, reasons, status });

/** The claim with what the co-heads sign. @throws ProblemError 409 where urgency was never claimed */
export function showRefusal(state: CaseState): UrgencyRefusalShown {
  const { caseId, urgency } = filedCase(state);
  if (!urgency) throw ProblemError.refused(refuse(refusals.notUrgent));
  const { ground, reasons, status, signatures } = urgency;
  return {
    ...{ ground, reasons, status },
    digest: refusalDigest(caseId, urgency),
    signed: refusalOf(caseId, urgency),
    refusedBy: signatures.map(({ party }) => party),
  };
}
