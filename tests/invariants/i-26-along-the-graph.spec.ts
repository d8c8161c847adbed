import type { PartyCode } from '@parley/kernel';
import { given } from '@parley/testing';
import { at, complainant, decider, registered } from '../../services/intake/src/case/case-story.fixture';
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

  it('holds of each way out of an ended screening', () => holdsInEveryHistory(noOtherExit));
});
