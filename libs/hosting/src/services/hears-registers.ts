import { calendarTold, rulesTold } from '@parley/contracts';
import type { MessageReaction } from '@parley/processes';
import type { InstallationRules } from '../installation/installation-rules';

/** Puts rules that are adopted and calendars that are announced into effect as soon as they are heard of. */
export const hearsRegisters = (rules: Pick<InstallationRules, 'refresh'>): MessageReaction => ({
  name: 'registers',
  concerns: (event) => (calendarTold(event) ?? rulesTold(event)) !== undefined,
  answer: () => rules.refresh(),
});
