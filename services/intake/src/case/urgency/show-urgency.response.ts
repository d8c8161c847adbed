import { refuse } from '@parley/kernel';
import { ProblemError } from '@parley/http';
import type { CaseState } from '../case-commands.rules';
import { refusals } from '../refusals.rules';
import { refusalDigest, refusalOf, type Urgency } from './urgency.rules';
import { filedCase } from '../show-case.response';
import type { UrgencyRefusalShown, UrgencyShown } from './urgency.response';

export const showUrgency = ({ ground, reasons, status }: Urgency): UrgencyShown => ({ ground, reasons, status });

/** The claim of urgency with what the co-heads sign. @throws ProblemError 409 when urgency was never claimed */
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
