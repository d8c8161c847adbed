import { intake, REGISTERS, sayRules, tell } from '@parley/contracts';
import { domainEventOf, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { RuleSetAdopted } from './rule-sets.rules';

/** Tells each adopted version to everybody who counts by it. One that is only proposed changes nothing. */
export function tellOfRules(recorded: RecordedEvent): readonly PublicEvent[] {
  if (recorded.type !== 'RuleSetAdopted') return [];
  const { data } = domainEventOf(recorded) as RuleSetAdopted;
  return [tell(recorded, intake.RuleSetAdoptedSchema, sayRules(data), { subject: REGISTERS.rules })];
}
