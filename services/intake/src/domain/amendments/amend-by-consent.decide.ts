import { refuse, type Decision } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import type { Consent, Matter } from '../consent/proposal';
import { certificationFault } from '../filing/certification';
import { referenceFault } from '../filing/file-grievance.decide';
import { refusals } from '../refusals';
import { amend } from './amend-grievance.decide';

/**
 * Claims that both parties agree on: those of the complainant that come late and are no new case for all that (I-24),
 * or those of the respondent, so that one case holds the measures of both. Whoever certified them added them.
 */
export function amendByConsent(
  matter: Extract<Matter, { kind: 'supplement' | 'joinder' }>,
  { at, proposalId }: Consent,
  state: FiledCase,
  clocks: Clocks,
): Decision<CaseEvent> {
  if (state.status === 'ended') return refuse(refusals.screeningEnded);
  const { by } = matter.certification;
  const fault = certificationFault(matter) ?? referenceFault(matter.grievance);
  return fault ?? amend(matter, { by, at, kind: matter.kind, proposalId }, state, clocks);
}
