import type { PartyCode } from '@parley/kernel';
import type { CaseCommand } from '../case-commands.rules';
import { at, caseId, person } from '../case-story.fixture';
import { refusalDigest, type RefuseUrgency, type UrgencyClaim } from './urgency.rules';

/** The pieces from which the specs tell of urgency. The case is about fruit that spoils. */
export const urgency: UrgencyClaim = {
  ground: 'perishable',
  reasons: [{ lang: 'en', text: 'The fruit spoils.', kind: 'original' }],
};

/** The co-head of a side signs the refusal. */
export const refusal = (code: 'us' | 'cn', when: string): RefuseUrgency => ({
  type: 'RefuseUrgency',
  by: person(`${code}-cohead`),
  party: code.toUpperCase() as PartyCode,
  receivedAt: at(when),
  digest: refusalDigest(caseId, urgency),
});

export const refusedByPanel = (when: string): CaseCommand => ({
  type: 'NoteUrgencyRefused',
  kind: 'act',
  at: at(when),
  eventId: 'e',
});
