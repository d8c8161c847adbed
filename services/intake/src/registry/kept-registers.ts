import type { KeptRegisters } from '@parley/http';
import { calendarsAnnounced } from './calendars/calendars';
import { adoptReleased, proposeRules, ruleSetsAdopted } from './rule-sets/rule-set-register';

/** The calendars and the rules by which the whole installation counts, in the intake's own streams. */
export const keptRegisters: KeptRegisters = {
  calendars: calendarsAnnounced,
  ruleSets: ruleSetsAdopted,
  propose: proposeRules,
  adopt: adoptReleased,
};
