import { accept, refuse, type Decision } from '@parley/kernel';
import { isPast } from '../acting';
import { claimBar } from '../claims/known-claim';
import type { OpenedPanel } from '../panel-state';
import { refusals } from '../refusals';
import { panelActBar } from '../review/taking-part';
import type { DeliberationEvent, DeliberationState, VoteCast, VoteChanged } from './deliberation';
import type { AskClosing, CastVoteCommand } from './deliberation-commands';
import { seatedMembers } from '../composition/membership';

/** A member votes on a claim; until closing the vote can be changed, by an event of its own (I-11). */
export function castVote(
  { by, receivedAt, panel, claimId, on, attributed }: CastVoteCommand,
  state: DeliberationState,
): Decision<VoteCast | VoteChanged> {
  const bar = panelActBar(panel, by, receivedAt) ?? votingBar(panel, receivedAt, state);
  if (bar) return refuse(bar);
  const claim = claimBar(panel, claimId);
  if (claim) return refuse(claim, '/claim');
  const before = state.votes.find((vote) => vote.claimId === claimId && vote.member === by);
  if (before?.on === on && before.attributed === attributed) return accept();
  const data = { claimId, member: by, on, attributed };
  return accept({
    type: before ? 'VoteChanged' : 'VoteCast',
    occurredAt: receivedAt,
    rule: 'I-11',
    tier: 'DELIBERATION',
    data,
  });
}

/**
 * A co-chair asks to close; when the other has too, and every member has voted on every claim, the deliberation is
 * closed.
 */
export function askClosing(
  { by, receivedAt, panel }: AskClosing,
  state: DeliberationState,
): Decision<DeliberationEvent> {
  const bar = panelActBar(panel, by, receivedAt);
  if (bar) return refuse(bar);
  const coChairs = panel.convening?.coChairs ?? [];
  if (!coChairs.includes(by)) return refuse(refusals.notCoChair);
  const late = votingBar(panel, receivedAt, state);
  if (late) return refuse(late);
  if (state.closingAskedBy.includes(by)) return refuse(refusals.closingAsked);
  const seated = seatedMembers(panel);
  const voted = panel.claims.every(({ id }) =>
    seated.every(({ member }) => state.votes.some((vote) => vote.claimId === id && vote.member === member)),
  );
  if (!voted) return refuse(refusals.claimsNotVoted);
  const about = { occurredAt: receivedAt, rule: 'S9', tier: 'DELIBERATION' } as const;
  const asked: DeliberationEvent = { ...about, type: 'ClosingAsked', data: { by } };
  if (!coChairs.every((chair) => chair === by || state.closingAskedBy.includes(chair))) return accept(asked);
  return accept<DeliberationEvent>(asked, {
    ...about,
    type: 'DeliberationClosed',
    data: { closedBy: 'co-chairs', seated },
  });
}

/** Why no vote, reasons or statement can be given now; `undefined` while the panel is making its findings. */
export function votingBar(panel: OpenedPanel, at: OpenedPanel['longStop'], { closed }: DeliberationState) {
  if (closed) return refusals.deliberationClosed;
  const { stage } = panel;
  if (stage.name !== 'deciding') return refusals.notDeciding;
  const ended = stage.votingEndedAt !== null && at >= stage.votingEndedAt;
  return ended || isPast(panel, 'findings', at) ? refusals.votingOver : undefined;
}
