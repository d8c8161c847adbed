import { plusMillis } from '@parley/kernel';
import type { FiledSettlement } from '../../../../services/referral/src/settlement/settlement-region.rules';
import { official, type View } from '../act-kind';
import { otherCountry } from '../countries';
import { does, forkOf, waits, type Goal, type Step } from './goal';

const HOUR = 3_600_000;

/** The next step to a settlement that both have signed. */
function towardsSettlement(view: View, settlement: FiledSettlement): Step | undefined {
  const { party, countries } = view;
  const open = settlement.conciliations.find(({ end }) => !end);
  if (settlement.region === 'idle')
    return open
      ? does('AcceptConciliation', otherCountry(countries, open.proposedBy))
      : does('ProposeConciliation', party);
  if (settlement.region !== 'conciliation' && settlement.region !== 'window') return undefined;
  const text = settlement.texts.find(({ n }) => n === settlement.onTheTable);
  if (!text) return does('TableText', party);
  const signer = countries.find((country) => !text.signatures.some((signature) => signature.party === country));
  return signer && does('SignText', signer);
}

/** The head of a side’s delegation takes its signature back, some time after the settlement. */
const takesBack = (view: View, { settled }: FiledSettlement): Step | undefined =>
  settled && {
    party: view.party,
    at: plusMillis(settled.at, (1 + forkOf(view, 120)) * HOUR),
    act: (seen) => ({
      desk: 'settlement',
      caseId: seen.caseId,
      command: { type: 'RepudiateAct', ...official('desk', seen), act: `text:${String(settled.n)}`, isHead: true },
    }),
  };

/** Both sign a settlement at some stage, and a side repudiates its signature; or they settle anew. */
const undone: Goal = {
  name: 'a settlement whose signature is repudiated',
  step(view) {
    const { settlement, filed, now } = view;
    if (settlement.status !== 'filed' || !('registration' in filed)) return undefined;
    if (settlement.undone.length > forkOf(view, 2)) return undefined;
    if (settlement.region === 'settled') return takesBack(view, settlement);
    const begins = plusMillis(filed.registration.registeredAt, forkOf(view, 140) * 24 * HOUR);
    return now < begins ? waits(view.party, begins) : towardsSettlement(view, settlement);
  },
};

export const settlementGoals: readonly Goal[] = [undone];
