import { contextOf, derivedUuid } from '@parley/event-store';
import { panelReview, told } from '@parley/contracts';
import { latestOf } from '../../simulation/history/case-history';
import { ofEachCase } from './rule';

/**
 * Nothing of a deliberation is told to anybody, except that the final findings show the votes whose members chose so.
 */
export const votesStayInside = ofEachCase('I-14', ({ deliberation, told: messages }) => {
  const votes = latestOf(deliberation)?.votes ?? [];
  const leaks = deliberation.flatMap(({ recorded }) => {
    const tells = messages.filter(({ id, type, subject }) => id === derivedUuid(recorded.eventId, type, subject));
    const open = recorded.tier === 'DELIBERATION' ? [] : [`${recorded.type} is of tier ${recorded.tier}`];
    return [...open, ...tells.map(({ type }) => `${recorded.type} is told as ${type}`)];
  });
  const attributed = messages.flatMap((message) => [
    ...(told(message, panelReview.FindingsIssuedSchema)?.findings ?? []).flatMap(({ claimId, attributed: shown }) =>
      shown.flatMap(({ personId, vote }) =>
        votes.some(
          (cast) => cast.claimId === claimId && cast.member === personId && cast.on === vote && cast.attributed,
        )
          ? []
          : [`the vote of ${personId} is shown unasked`],
      ),
    ),
  ]);
  return [
    ...leaks,
    ...attributed,
    ...messages.flatMap(({ source, tier }) =>
      contextOf(`${source.slice(8)}.x`) === 'panelreview' && tier === 'DELIBERATION'
        ? ['a message of the deliberation']
        : [],
    ),
  ];
});
