import { refuse, type Decision } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import { amendByConsent } from '../amendments/amend-by-consent.decide';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import { consolidate, undoConsolidation } from '../consolidation/consolidate.decide';
import { extendRunning } from '../extensions/extend-deadline.decide';
import { refusals } from '../refusals';
import { reopen } from '../reopening/reopen.decide';
import { adoptRules } from '../rules/adopt-rules.decide';
import { resume } from '../suspension/resume.decide';
import { suspend } from '../suspension/suspend.decide';
import { takeComplexTrack } from '../tracks/change-track.decide';
import type { Consent, Matter, Signatories } from './proposal';

/** What both signatures bring about, or why they cannot. */
export function takeEffect(
  matter: Matter,
  signatories: Signatories,
  consent: Consent,
  state: FiledCase,
  clocks: Clocks,
): Decision<CaseEvent> {
  switch (matter.kind) {
    case 'extension':
      return extendRunning(matter, consent, state, clocks);
    case 'track':
      return takeComplexTrack(matter, consent, state, clocks);
    case 'rules':
      return signatories === 'parties' ? adoptRules(matter, consent, state, clocks) : refuse(refusals.partiesOnly);
    case 'supplement':
    case 'joinder':
      return signatories === 'parties' ? amendByConsent(matter, consent, state, clocks) : refuse(refusals.partiesOnly);
    case 'consolidation':
      return signatories === 'parties' ? consolidate(matter, consent, state) : refuse(refusals.partiesOnly);
    case 'deconsolidation':
      return signatories === 'parties' ? undoConsolidation(matter, consent, state) : refuse(refusals.partiesOnly);
    case 'suspension':
      return signatories === 'parties' ? suspend(matter, consent, state, clocks) : refuse(refusals.partiesOnly);
    case 'resumption':
      return signatories === 'parties' ? resume(matter, consent, state, clocks) : refuse(refusals.partiesOnly);
    case 'reopening':
      return signatories === 'parties' ? reopen(matter, consent, state, clocks) : refuse(refusals.partiesOnly);
  }
}
