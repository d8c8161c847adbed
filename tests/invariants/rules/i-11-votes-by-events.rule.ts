import { ofEachCase } from './rule';

/** A first vote is one event, each change another, and after closing there is none. */
export const votesByEvents = ofEachCase('I-11', ({ deliberation }) => {
  const cast = new Set<string>();
  let closed = false;
  return deliberation.flatMap(({ event }) => {
    if (event.type === 'DeliberationClosed') closed = true;
    if (event.type !== 'VoteCast' && event.type !== 'VoteChanged') return [];
    const poll = `${event.data.member} on ${event.data.claimId}`;
    const fits = !closed && cast.has(poll) === (event.type === 'VoteChanged');
    cast.add(poll);
    return fits ? [] : [`${event.type} of ${poll} out of place`];
  });
});
