import { accept, refuse, type Decision, type Instant } from '@parley/kernel';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import type { Consent, Matter } from '../consent/proposal';
import { refusals } from '../refusals';
import type { CaseBeside } from './consolidation';
import type { NoteConsolidation } from './consolidation-commands';

/** Both sides put cases between them side by side. No number, party, claim or clock of any changes (I-31). */
export function consolidate(
  { beside }: Extract<Matter, { kind: 'consolidation' }>,
  { at, proposalId }: Consent,
  state: FiledCase,
): Decision<CaseEvent> {
  if (state.status === 'ended') return refuse(refusals.screeningEnded);
  if (state.status !== 'registered' && state.status !== 'suspended') return refuse(refusals.notRegistered);
  if (state.consolidation) return refuse(refusals.consolidatedAlready);
  return accept(event('CasesConsolidated', beside, at, proposalId));
}

/** Both sides let the cases go on apart again. */
export function undoConsolidation(
  _: Extract<Matter, { kind: 'deconsolidation' }>,
  { at, proposalId }: Consent,
  state: FiledCase,
): Decision<CaseEvent> {
  if (!state.consolidation) return refuse(refusals.notConsolidated);
  return accept(event('ConsolidationUndone', state.consolidation.beside, at, proposalId));
}

/**
 * The same in a case that the signatures named. One that has ended, or has gone beside others meanwhile, stays as it
 * is.
 */
export function noteConsolidation({ change, beside, at }: NoteConsolidation, state: FiledCase): Decision<CaseEvent> {
  if (change === 'undone')
    return state.consolidation ? accept(event('ConsolidationUndone', beside, at, null)) : accept();
  const goesOn = state.status === 'registered' || state.status === 'suspended';
  return goesOn && !state.consolidation ? accept(event('CasesConsolidated', beside, at, null)) : accept();
}

const event = (
  type: 'CasesConsolidated' | 'ConsolidationUndone',
  beside: readonly CaseBeside[],
  at: Instant,
  proposalId: string | null,
): CaseEvent => ({
  type,
  occurredAt: at,
  rule: 'I-31',
  tier: 'PUBLIC',
  data: { beside, proposalId, opens: [], closes: [] },
});
