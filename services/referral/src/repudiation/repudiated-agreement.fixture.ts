import type { PartyCode } from '@parley/kernel';
import type { AgreementInForce, AgreementState } from '../compliance/agreement.rules';
import { CN, complainant, respondent } from '../referral/referral-story.fixture';
import type { RepudiateAct } from './repudiation.rules';

/** The pieces from which specs tell what a repudiated act leaves of an agreement. */
export const head = (
  party: PartyCode,
  receivedAt: string,
  act: string,
  changes: Partial<RepudiateAct> = {},
): RepudiateAct => ({
  type: 'RepudiateAct',
  ...(party === CN ? complainant(receivedAt) : respondent(receivedAt)),
  act,
  isHead: true,
  ...changes,
});
export const inForce = (state: AgreementState): AgreementInForce => {
  if (state.status !== 'in-force') throw new Error(`the agreement is ${state.status}`);
  return state;
};
export const obligation = (state: AgreementState, id = 'O1') =>
  inForce(state).obligations.find(({ terms }) => terms.id === id);
export const dueOf = (state: AgreementState, id: string) => inForce(state).running[id]?.dueAt;
