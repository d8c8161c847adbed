import { accept, refuse, type Decision } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import type { Consent, Matter } from '../consent/proposal';
import { refusals } from '../refusals';

/**
 * A case keeps the version of the rules under which it was filed, unless both parties take a later one. What starts
 * from then on is counted under that; what runs goes on as it was counted, so that no deadline moves by it (I-20,
 * I-21).
 */
export function adoptRules(
  { version, reason }: Extract<Matter, { kind: 'rules' }>,
  { at, proposalId }: Consent,
  state: FiledCase,
  { versions }: Clocks,
): Decision<CaseEvent> {
  if (state.status === 'ended') return refuse(refusals.screeningEnded);
  if (!('registration' in state)) return refuse(refusals.notRegistered);
  const from = state.ruleSetVersion;
  if (!versions.includes(version)) return refuse(refusals.unknownRules, '/version');
  if (version === from) return refuse(refusals.rulesAreThese, '/version');
  if (versions.indexOf(version) < versions.indexOf(from)) return refuse(refusals.rulesOlder, '/version');
  return accept({
    type: 'RulesAdopted',
    occurredAt: at,
    rule: 'I-04',
    tier: 'PUBLIC',
    data: { from, to: version, reason, proposalId, opens: [], closes: [] },
  });
}
