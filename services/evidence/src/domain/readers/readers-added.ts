import type { Instant } from '@parley/kernel';
import type { Exhibit } from '../exhibit';
import type { ReadersAdded } from './readers-events';

type Change = Pick<ReadersAdded['data'], 'to' | 'basis' | 'reason' | 'digest' | 'closes'> & { readonly at: Instant };

/** Told at the tier of the new readers, with what they could not know before. */
export const readersAdded = (
  { number, party, tier, title, file, claims }: Exhibit,
  { at, ...change }: Change,
): ReadersAdded => ({
  type: 'ReadersAdded',
  occurredAt: at,
  rule: 'I-42',
  tier: change.to,
  data: { number, party, from: tier, title, file, claims, opens: [], ...change },
});
