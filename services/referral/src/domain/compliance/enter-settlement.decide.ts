import { accept, type Decision } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import type { EnterSettlement } from './agreement-commands';
import type { AgreementEntered } from './agreement-events';
import type { AgreementState } from './agreement-state';
import { enterAgreement } from './enter-agreement';

/**
 * S13: what a settlement obliges to is tracked from the instant of its second signature. Told again, it is there
 * already.
 */
export function enterSettlement(
  command: EnterSettlement,
  state: AgreementState,
  clocksOf: ClocksOf,
): Decision<AgreementEntered> {
  return state.status === 'none' ? accept(enterAgreement(command, clocksOf(command.ruleSetVersion))) : accept();
}
