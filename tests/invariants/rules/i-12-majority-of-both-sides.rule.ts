import type { DeliberationState } from '../../../services/panel-review/src/deliberation/deliberation.rules';
import { latestOf } from '../../simulation/history/case-history';
import { ofEachCase } from './rule';

type Poll = Pick<DeliberationState, 'votes' | 'closed'>;

/** Counts a poll anew, by hand: more than half of all seats, by seated members, with one of each side among them. */
function countedAnew({ votes, closed }: Poll, claimId: string): string {
  const { seated = [], seats = 0 } = closed ?? {};
  for (const outcome of ['substantiated', 'not-substantiated'] as const) {
    const sides = seated.flatMap(({ member, nominatedBy }) =>
      votes.some((vote) => vote.claimId === claimId && vote.member === member && vote.on === outcome)
        ? [nominatedBy]
        : [],
    );
    if (sides.length > seats / 2 && sides.includes('complainant') && sides.includes('respondent')) return outcome;
  }
  return 'not-agreed';
}

/** Each finding is the result of its votes, but for claims to which an objection was sustained. */
export const majorityOfBothSides = ofEachCase('I-12', ({ panel, deliberation }) => {
  const poll = latestOf(deliberation);
  return panel.flatMap(({ event }) => {
    if (event.type !== 'FindingsWritten') return [];
    const sustained = event.data.disposals.flatMap(({ claimIds, outcome }) =>
      outcome === 'sustained' ? claimIds : [],
    );
    return event.data.findings.flatMap(({ claimId, outcome }) => {
      const counted = sustained.includes(claimId) ? 'not-screened' : poll ? countedAnew(poll, claimId) : 'not-agreed';
      return counted === outcome ? [] : [`claim ${claimId} is ${outcome}, and its votes come to ${counted}`];
    });
  });
});
