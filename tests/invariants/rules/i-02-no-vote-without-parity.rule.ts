import type { PersonId } from '@parley/kernel';
import { votingTimeByDefault } from '../../../services/panel-review/src/findings/voting-time.rules';
import type { OpenedPanel } from '../../../services/panel-review/src/panel/panel-state.rules';
import { panelActBar } from '../../../services/panel-review/src/review/comments.rules';
import { panelBefore } from './moment';
import { ofEachCase } from './rule';

const IN_THE_PANELS_NAME: readonly string[] = [
  'VoteCast',
  'VoteChanged',
  'InterimSigned',
  'InterimAgreed',
  'ClosingAsked',
];

const aMemberIsMissing = (seats: readonly { readonly occupancy: { readonly stage: string } }[]): boolean =>
  seats.some(({ occupancy }) => occupancy.stage !== 'settled');

/** While a member of a panel is missing, nobody votes or signs in its name, or closes its deliberation. */
export const noVoteWithoutParity = ofEachCase('I-02', (each) =>
  each.deliberation.flatMap(({ recorded, event }) => {
    const panel = panelBefore(each, recorded);
    const byChairs = event.type === 'DeliberationClosed' && event.data.closedBy === 'co-chairs';
    const acts = IN_THE_PANELS_NAME.includes(event.type) || byChairs;
    return acts && (!panel || aMemberIsMissing(panel.seats)) ? [`${event.type} while a member was missing`] : [];
  }),
);

const settledMembers = ({ seats }: OpenedPanel): readonly PersonId[] =>
  seats.flatMap(({ occupancy }) => (occupancy.stage === 'settled' ? [occupancy.member.personId] : []));

/** Other clocks of a side are numbered too: `information-request:CN:1` fills no seat. */
const FILLS_A_SEAT = /^(nomination|nonces|disclosure|challenge|challenge-decision|replacement):(.+)$/;

/** True as long as a clock runs by which somebody can still come onto each seat that is not settled. */
const mayBeFilled = ({ seats, running, parties }: OpenedPanel): boolean => {
  const awaited = Object.keys(running).map((id) => FILLS_A_SEAT.exec(id)?.[2]);
  return seats.every(
    ({ side, number, occupancy }) =>
      occupancy.stage === 'settled' || awaited.includes(`${parties[side]}:${String(number)}`),
  );
};

/**
 * Whenever a member is missing, whoever is left is barred from acting in the panel's name, and the end of the time for
 * votes decides nothing as long as somebody can still be seated.
 */
export const noActWithoutParity = ofEachCase('I-02', ({ panel }) =>
  panel.flatMap(({ event, after }) => {
    if (after.status !== 'opened' || !aMemberIsMissing(after.seats)) return [];
    const free = settledMembers(after).filter((member) => panelActBar(after, member, event.occurredAt) === undefined);
    const ended = votingTimeByDefault(event.occurredAt, after);
    const decides =
      mayBeFilled(after) && ended.kind === 'accepted' && ended.events.some(({ type }) => type === 'VotingTimeEnded');
    return [
      ...free.map((member) => `${member} may act after ${event.type}, while a member is missing`),
      ...(decides ? [`the votes of a broken panel count after ${event.type}`] : []),
    ];
  }),
);
