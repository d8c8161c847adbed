import { domainEventOf, streamName, type RecordedEvent } from '@parley/event-store';
import type { RulesBroughtIn } from '@parley/procedure';

/**
 * The versions of the rules that the installation brought in. The intake keeps them, and every process of the
 * installation follows them.
 */
export const RULES_CATEGORY = 'intake.rules';

export const rulesStream = streamName(RULES_CATEGORY, 'register');

/** A version that was brought in, of everything that stands in the register of rules. */
export const broughtIn = (recorded: RecordedEvent): RulesBroughtIn | undefined =>
  recorded.stream === rulesStream && recorded.type === 'RulesBroughtIn'
    ? (domainEventOf(recorded) as RulesBroughtIn)
    : undefined;
