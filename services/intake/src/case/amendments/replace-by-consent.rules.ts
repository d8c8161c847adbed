import { canonicalJson, refuse, type Sha256 } from '@parley/kernel';
import { sha256Text, type Clocks } from '@parley/procedure';
import type { FiledCase } from '../case-commands.rules';
import type { Consent, Matter } from '../consent/proposal.rules';
import { amendByConsent } from './amend-grievance.rules';
import { amendmentsRefusals } from './claim-of-other-fault.rules';

/** SHA-256 over the canonical JSON of a grievance: what a proposed replacement is to take the place of. */
export const grievanceDigest = (grievance: FiledCase['grievance']): Sha256 => sha256Text(canonicalJson(grievance));

/** Revises the grievance as both parties agree, if it still is what they agreed to replace. */
export const replaceByConsent = (
  matter: Extract<Matter, { kind: 'replacement' }>,
  consent: Consent,
  state: FiledCase,
  clocks: Clocks,
) =>
  state.status === 'registered' && matter.replaces !== grievanceDigest(state.grievance)
    ? refuse(amendmentsRefusals.replacesAnother)
    : amendByConsent(matter, consent, state, clocks);
