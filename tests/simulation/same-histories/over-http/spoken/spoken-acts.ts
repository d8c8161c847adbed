import { consentSpoken } from './consent.spoken';
import { consultationsSpoken } from './consultations.spoken';
import { deliberationSpoken } from './deliberation.spoken';
import { evidenceSpoken } from './evidence.spoken';
import { intakeSpoken } from './intake.spoken';
import { panelSpoken } from './panel.spoken';
import { referralSpoken } from './referral.spoken';
import { settlementSpoken } from './settlement.spoken';
import type { Act, SpokenAct, SpokenActs } from './spoken-act';

/** Every act that is played again over HTTP. */
export const SPOKEN: SpokenActs = {
  ...intakeSpoken,
  ...consultationsSpoken,
  ...consentSpoken,
  ...panelSpoken,
  ...deliberationSpoken,
  ...evidenceSpoken,
  ...settlementSpoken,
  ...referralSpoken,
};

/** How an act is said; `undefined` when it cannot be. */
export const spokenFor = (act: Act): SpokenAct<Act> | undefined => SPOKEN[act.type] as SpokenAct<Act> | undefined;
