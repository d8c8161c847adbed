import { calendarTold, rulesTold } from '@parley/contracts';
import type { MessageReaction } from '@parley/processes';
import type { InstallationRules } from '../installation/installation-rules';

/** Goes by rules that are brought in, and by calendars that are announced, as soon as they are heard of. */
export const hearsRegisters = (rules: Pick<InstallationRules, 'refresh'>): MessageReaction => ({
  name: 'registers',
  concerns: (event) => (calendarTold(event) ?? rulesTold(event)) !== undefined,
  answer: () => rules.refresh(),
});
