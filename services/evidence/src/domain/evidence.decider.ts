import { refuse, type Decider, type Decision } from '@parley/kernel';
import { handOverCustody } from './custody/hand-over.decide';
import { evolve } from './evidence.evolve';
import { unknownCase, type EvidenceState } from './evidence-state';
import type { EvidenceCommand } from './exhibit-commands';
import type { EvidenceEvent } from './exhibit-events';
import { noteDamage } from './integrity/note-damage.decide';
import { learn } from './knowledge/learn.decide';
import { filePublicVersion } from './public-version/file-public-version.decide';
import { refusals } from './refusals';
import { fileExhibit } from './submission/file-exhibit.decide';

/**
 * The evidence of a case: exhibits, their custody, their public versions, and what is known of the case itself. A case is pinned
 * to the rules it was registered under.
 */
export const evidenceDecider: Decider<EvidenceCommand, EvidenceState, EvidenceEvent> = {
  initial: unknownCase,
  evolve,
  pinned: (state) => (state.status === 'unknown' ? undefined : state.registration?.ruleSetVersion),
  decide(command, state): Decision<EvidenceEvent> {
    switch (command.type) {
      case 'FileExhibit':
        return state.status === 'unknown' ? refuse(refusals.caseUnknown) : fileExhibit(command, state);
      case 'FilePublicVersion':
        return state.status === 'unknown' ? refuse(refusals.caseUnknown) : filePublicVersion(command, state);
      case 'HandOverCustody':
        return state.status === 'unknown' ? refuse(refusals.caseUnknown) : handOverCustody(command, state);
      case 'NoteDamage':
        return state.status === 'unknown' ? refuse(refusals.caseUnknown) : noteDamage(command, state);
      default:
        return learn(command, state);
    }
  },
};
