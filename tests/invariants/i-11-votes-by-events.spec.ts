import { holdsInEveryHistory } from './holds';
import { changesAreTheirOwn, nobodyVotesAfterwards, votesByEvents } from './rules/i-11-votes-by-events.rule';
import { sentence } from './sentences';

describe(sentence('I-11'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(votesByEvents));
  it('holds of whoever changes a vote as soon as it is cast', () =>
    holdsInEveryHistory(changesAreTheirOwn, { runs: 60 }));
  it('holds of whoever votes when the deliberation has just closed', () =>
    holdsInEveryHistory(nobodyVotesAfterwards, { runs: 60 }));
});
