import type { KeptRegisters } from '@parley/http';
import { calendarsAnnounced } from './calendars/calendars';
import { signingKeysTaken, takeKey } from './signing-keys/signing-keys';
import { adoptReleased, proposeRules, ruleSetsAdopted } from './rule-sets/rule-set-register';

/** The calendars and the rules by which the whole installation counts, in the intake's own streams. */
export const keptRegisters: KeptRegisters = {
  calendars: calendarsAnnounced,
  ruleSets: ruleSetsAdopted,
  propose: proposeRules,
  adopt: adoptReleased,
  signingKeys: signingKeysTaken,
  takeKey,
};
