import { accept, type Decision, type Instant } from '@parley/kernel';
import type { SettlementWindowLapsed } from './settlement-events';
import type { FiledSettlement } from './settlement-state';

export const WINDOW = 'settlement-window';

/** S10 by time: the window lapses, and holds back no referral. */
export const windowByDefault = (expiry: Instant, state: FiledSettlement): Decision<SettlementWindowLapsed> =>
  state.region === 'window'
    ? accept({
        type: 'SettlementWindowLapsed',
        occurredAt: expiry,
        rule: 'S10',
        tier: 'PUBLIC',
        data: { opens: [], closes: [WINDOW] },
      })
    : accept();
