import { intake, REGISTERS, sayRules, tell } from '@parley/contracts';
import { domainEventOf, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { RulesBroughtIn } from './rule-sets.rules';

/** Tells each version that is brought in to everybody who counts by it. */
export function tellOfRules(recorded: RecordedEvent): readonly PublicEvent[] {
  const { data } = domainEventOf(recorded) as RulesBroughtIn;
  return [tell(recorded, intake.RulesBroughtInSchema, sayRules(data), { subject: REGISTERS.rules })];
}
