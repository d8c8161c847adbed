import { categoryOf, domainEventOf, type RecordedEvent } from '@parley/event-store';
import type { DomainEvent } from '@parley/kernel';
import type { PublicEvent, Publishes } from '@parley/messaging';
import { COMPLIANCE_CATEGORY, REFERRAL_CATEGORY, REGISTER_CATEGORY, SETTLEMENT_CATEGORY } from '../application/streams';
import type { AgreementEvent } from '../domain/compliance/agreement-events';
import type { ReferralEvent } from '../domain/referral-events';
import type { SettlementEvent } from '../domain/settlement/settlement-events';
import { tellOfEntry } from './publishes-entry';
import { clocksMovedBy } from './clocks-moved';
import { tellOfCompliance } from './publishes-compliance';
import { tellOfReferral } from './publishes-referral';
import { tellOfSettlement } from './publishes-settlement';

type Tells = (recorded: RecordedEvent, event: DomainEvent<string, object>) => readonly PublicEvent[];

/**
 * By category of stream. An agreement of the register belongs to no case and is public here: others are told of its
 * clocks alone, for the inboxes and the agendas.
 */
const TELLING: Readonly<Record<string, Tells>> = {
  [REFERRAL_CATEGORY]: (recorded, event) => tellOfReferral(recorded, event as ReferralEvent),
  [SETTLEMENT_CATEGORY]: (recorded, event) => tellOfSettlement(recorded, event as SettlementEvent),
  [COMPLIANCE_CATEGORY]: (recorded, event) => tellOfCompliance(recorded, event as AgreementEvent),
  [REGISTER_CATEGORY]: () => [],
};

/**
 * What the others are told of what is recorded here: the facts, and every clock that an event starts, moves or ends.
 */
export const publishes: Publishes = (recorded) => {
  const tells = TELLING[categoryOf(recorded.stream)];
  if (!tells) return [];
  const event = domainEventOf(recorded) as DomainEvent<string, object>;
  return [...tells(recorded, event), ...tellOfEntry(recorded, event), ...clocksMovedBy(recorded, event)];
};
