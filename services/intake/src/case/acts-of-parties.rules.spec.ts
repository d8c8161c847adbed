import { given } from '@parley/testing';
import type { CaseCommand } from './case-commands.rules';
import { complainant, decider, registered, reply } from './case-story.fixture';

const consulting = given(decider).when(...registered, reply('2025-02-20T10:00:00Z'));
const stranger = { ...complainant('2025-02-24T09:00:00Z'), party: null };

describe('an act of the parties', () => {
  it.each([
    { type: 'OfferCall' },
    { type: 'EscalateConsultations' },
    { type: 'ConcludeConsultations' },
    { type: 'FileMinutes' },
    { type: 'SignMinutes' },
    { type: 'Propose' },
    { type: 'DeclineProposal' },
    { type: 'WithdrawProposal' },
    { type: 'AnswerAmendment' },
    { type: 'WithdrawClaims' },
    { type: 'RequestSummary' },
    { type: 'RefuseUrgency' },
  ])('is nobody else’s: $type', (act) => {
    expect(consulting.refusalOf({ ...act, ...stranger } as unknown as CaseCommand)).toBe('not-a-party');
  });
});
