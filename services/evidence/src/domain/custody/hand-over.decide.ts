import { accept, refuse, type Decision } from '@parley/kernel';
import type { HandOverCustody } from '../exhibit-commands';
import type { CustodyHandedOver } from '../exhibit-events';
import type { KnownCase } from '../evidence-state';
import { refusals } from '../refusals';

/**
 * An exhibit passes from one hand to another: the next "from" is the last "to" (I-34). It may do so after the screening
 * has ended, since exhibits go back to where they came from.
 */
export function handOverCustody(
  { by, party, asRegistry, receivedAt, number, entry }: HandOverCustody,
  state: KnownCase,
): Decision<CustodyHandedOver> {
  const exhibit = state.exhibits.get(number);
  if (!exhibit) return refuse(refusals.unknownExhibit);
  if (!asRegistry && party !== exhibit.party) return refuse(refusals.notYourExhibit);
  const last = exhibit.custody.at(-1);
  if (entry.at > receivedAt) return refuse(refusals.custodyInFuture, '/at');
  if (last && entry.from !== last.to) return refuse(refusals.custodyChainBroken, '/from');
  if (last && entry.at < last.at) return refuse(refusals.custodyOutOfOrder, '/at');
  return accept({
    type: 'CustodyHandedOver',
    occurredAt: receivedAt,
    rule: 'I-34',
    tier: exhibit.tier,
    data: { number, entry, by },
  });
}
