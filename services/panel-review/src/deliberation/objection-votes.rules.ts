import { accept, refuse, type DomainEvent, type PersonId } from '@parley/kernel';
import type { ObjectionVote } from '@parley/procedure';
import { findingsRefusals } from '../findings/findings-refusals.rules';
import { panelActBar } from '../review/comments.rules';
import type { DeliberationState } from './deliberation.rules';
import { votingBar, type InPanel } from './votes.rules';

/** A member's present vote on an objection of the reply. Nobody outside the panel is ever told of it (I-14). */
export interface CastObjectionVote {
  readonly objectionId: string;
  readonly member: PersonId;
  readonly on: ObjectionVote['on'];
}

export type ObjectionVoteCast = DomainEvent<'ObjectionVoteCast', CastObjectionVote>;
/** A change of a vote is an event of its own (I-11). */
export type ObjectionVoteChanged = DomainEvent<'ObjectionVoteChanged', CastObjectionVote>;

export type CastVoteOnObjection = InPanel & {
  readonly type: 'CastVoteOnObjection';
  readonly objectionId: string;
  readonly on: ObjectionVote['on'];
};

/** A member votes on an objection of the reply; until closing the vote can be changed (I-11). */
export function castVoteOnObjection(command: CastVoteOnObjection, state: DeliberationState) {
  const { by, receivedAt, panel, objectionId } = command;
  const bar = panelActBar(panel, by, receivedAt) ?? votingBar(panel, receivedAt, state);
  if (bar) return refuse(bar);
  if (!panel.objections.some(({ id }) => id === objectionId)) return refuse(findingsRefusals.unknownObjection);
  const before = state.objectionVotes.find((vote) => vote.objectionId === objectionId && vote.member === by);
  const { on } = command;
  if (before?.on === on) return accept();
  return accept<ObjectionVoteCast | ObjectionVoteChanged>({
    type: before ? 'ObjectionVoteChanged' : 'ObjectionVoteCast',
    occurredAt: receivedAt,
    rule: 'I-73',
    tier: 'DELIBERATION',
    data: { objectionId, member: by, on },
  });
}
