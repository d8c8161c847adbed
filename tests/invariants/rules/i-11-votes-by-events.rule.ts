import { plusMillis, type PersonId } from '@parley/kernel';
import { castVote } from '../../../services/panel-review/src/deliberation/votes.rules';
import type { CaseHistory } from '../../simulation/history/case-history';
import { panelBefore } from './moment';
import { ofEachCase } from './rule';

type Event = CaseHistory['deliberation'][number]['event'];
type Vote = Extract<Event, { readonly type: `${string}VoteCast` | `${string}VoteChanged` }>;
const isVote = (event: Event): event is Vote => /^(Objection)?Vote(Cast|Changed)$/.test(event.type);

/**
 * A first vote is one event, each change another, and after closing there is none. Votes and statements on a claim that
 * a replacement has changed are set aside (I-24): it is another question, and is voted on anew.
 */
export const votesByEvents = ofEachCase('I-11', ({ deliberation }) => {
  const cast = new Map<string, string>();
  let closed = false;
  return deliberation.flatMap(({ event }) => {
    if (event.type === 'DeliberationClosed') closed = true;
    if (event.type === 'SayingsSetAside')
      for (const [poll, claimId] of cast) if (event.data.claimIds.includes(claimId)) cast.delete(poll);
    if (!isVote(event)) return [];
    const about = 'objectionId' in event.data ? event.data.objectionId : event.data.claimId;
    const poll = `${event.data.member} on ${about}`;
    const fits = !closed && cast.has(poll) === event.type.endsWith('VoteChanged');
    cast.set(poll, about);
    return fits ? [] : [`${event.type} of ${poll} out of place`];
  });
});

/** A member who has voted and at once votes otherwise is recorded as having changed the vote. */
export const changesAreTheirOwn = ofEachCase('I-11', (each) =>
  each.deliberation.flatMap(({ recorded, event, after }) => {
    const panel = panelBefore(each, recorded);
    if (event.type !== 'VoteCast' || !panel) return [];
    const { member: by, claimId, on, attributed } = event.data;
    const otherWay = on === 'substantiated' ? 'not-substantiated' : 'substantiated';
    const changed = castVote(
      { type: 'CastVote', by, party: null, receivedAt: event.occurredAt, panel, claimId, on: otherWay, attributed },
      after,
    );
    const types = changed.kind === 'accepted' ? changed.events.map(({ type }) => type) : [changed.kind];
    return types.length === 1 && types[0] === 'VoteChanged'
      ? []
      : [`a changed vote of ${by} on ${claimId} is ${types.join(', ') || 'nothing'}`];
  }),
);

/** Whoever votes in the moment between the close of a deliberation and its panel's hearing of it is refused. */
export const nobodyVotesAfterwards = ofEachCase('I-11', (each) =>
  each.deliberation.flatMap(({ recorded, event, after }) => {
    const panel = panelBefore(each, recorded);
    if (event.type !== 'DeliberationClosed' || !panel) return [];
    const receivedAt = plusMillis(event.occurredAt, event.data.closedBy === 'co-chairs' ? 0 : -1);
    return event.data.seated.flatMap(({ member }) =>
      panel.claims.flatMap(({ id: claimId }) => {
        const vote = {
          by: member as PersonId,
          party: null,
          receivedAt,
          panel,
          claimId,
          on: 'abstain',
          attributed: true,
        } as const;
        const decision = castVote({ type: 'CastVote', ...vote }, after);
        return decision.kind === 'refused' ? [] : [`${member} votes on ${claimId} after the deliberation had closed`];
      }),
    );
  }),
);
