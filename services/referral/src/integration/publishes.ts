import { categoryOf, domainEventOf, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent, Publishes } from '@parley/messaging';
import { SETTLEMENT_CATEGORY } from '../application/streams';
import type { ReferralEvent } from '../domain/referral-events';
import type { SettlementEvent } from '../domain/settlement/settlement-events';
import { clocksMovedBy } from './clocks-moved';
import { tellOfReferral } from './publishes-referral';
import { tellOfSettlement } from './publishes-settlement';

/** What the others are told of what is recorded here: the facts, and every clock that an event starts, moves or ends. */
export const publishes: Publishes = (recorded) => {
  const event = domainEventOf(recorded) as ReferralEvent | SettlementEvent;
  return [...tellOf(recorded, event), ...clocksMovedBy(recorded, event)];
};

const tellOf = (recorded: RecordedEvent, event: ReferralEvent | SettlementEvent): readonly PublicEvent[] =>
  categoryOf(recorded.stream) === SETTLEMENT_CATEGORY
    ? tellOfSettlement(recorded, event as SettlementEvent)
    : tellOfReferral(recorded, event as ReferralEvent);
