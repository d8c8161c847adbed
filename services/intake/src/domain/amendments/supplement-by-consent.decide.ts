import { refuse, type Decision } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import type { Consent, Matter } from '../consent/proposal';
import { certificationFault } from '../filing/certification';
import { referenceFault } from '../filing/file-grievance.decide';
import { refusals } from '../refusals';
import { amend } from './amend-grievance.decide';

/** Claims that are added late, because both parties agree that they are no new case (I-24). Whoever certified them added them. */
export function supplementByConsent(matter: Extract<Matter, { kind: 'supplement' }>, { at, proposalId }: Consent, state: FiledCase, clocks: Clocks): Decision<CaseEvent> {
  if (state.status === 'ended') return refuse(refusals.screeningEnded);
  const { by } = matter.certification;
  const fault = certificationFault({ ...matter, by }) ?? referenceFault(matter.grievance);
  return fault ?? amend(matter, { by, at, kind: 'supplement', proposalId }, state, clocks);
}
