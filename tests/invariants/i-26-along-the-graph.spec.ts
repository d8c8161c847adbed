import type { PartyCode, PersonId } from '@parley/kernel';
import { given } from '@parley/testing';
import type { CaseCommand } from '../../services/intake/src/case/case-commands.rules';
import { at, complainant, decider, registered, respondent } from '../../services/intake/src/case/case-story.fixture';
import { propose, reopening, sign } from '../../services/intake/src/case/consent/consent-story.fixture';
import { holdsInEveryHistory } from './holds';
import { alongTheGraph, noOtherExit } from './rules/i-26-along-the-graph.rule';
import { sentence } from './sentences';

describe(sentence('I-26'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(alongTheGraph));
  it('lets a settlement that is undone open no screening again that has ended otherwise', () => {
    const withdrawn = given(decider).when(...registered, {
      type: 'WithdrawGrievance',
      ...complainant('2025-02-10T10:00:00Z'),
    });
    const repudiated = { at: at('2025-02-12T10:00:00Z'), party: 'US' as PartyCode };
    const undone = withdrawn.when({ type: 'NoteSettlementUndone', repudiated, eventId: 'e' });
    expect([undone.recorded, undone.state.status]).toEqual([[], 'ended']);
  });

  it('is reopened by the other party’s signature alone, and not by another of those who proposed it', () => {
    const [ends, proposes, signs] = ['2025-02-10T10:00:00Z', '2025-02-11T10:00:00Z', '2025-02-12T10:00:00Z'] as const;
    const proposed = given(decider).when(
      ...registered,
      { type: 'WithdrawGrievance', ...complainant(ends) },
      propose(reopening, complainant(proposes)),
    );
    const own = sign(reopening, complainant(signs));
    const signers: readonly CaseCommand[] = [
      own,
      { ...own, by: 'cn-desk-2' as PersonId },
      { ...sign(reopening, respondent(signs)), by: complainant(signs).by },
    ];
    for (const signature of signers) expect(proposed.decision(signature).kind).toBe('refused');
    expect(proposed.when(sign(reopening, respondent(signs))).recorded).toContain('ScreeningReopened');
  });

  it('holds of each way out of an ended screening', () => holdsInEveryHistory(noOtherExit));
});
