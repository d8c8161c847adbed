import { accept, refuse, type Decision, type Instant } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import { deskOf, isPast, isRefused, screeningOver } from '../acting';
import type { CommentInterim } from '../panel-commands';
import type { PanelEvent } from '../panel-events';
import type { OpenedPanel } from '../panel-state';
import { refusals } from '../refusals';
import { findingsClock } from '../tracks/stage-clock';
import type { InterimCommented, InterimCommentsClosed } from './review-events';

/** A party comments on the interim text, once. When both have, nothing is left to wait for. */
export function commentInterim(command: CommentInterim, state: OpenedPanel, clocks: Clocks): Decision<PanelEvent> {
  const side = deskOf(state, command);
  if (isRefused(side)) return side;
  const { by, receivedAt, comment } = command;
  const over = screeningOver(state, receivedAt);
  if (over) return refuse(over);
  if (state.stage.name !== 'interim-comments')
    return refuse(state.interim ? refusals.commentLate : refusals.notCommenting);
  if (isPast(state, 'interim-comments', receivedAt)) return refuse(refusals.commentLate);
  if (state.comments.some((other) => other.side === side)) return refuse(refusals.commented);
  const commented: InterimCommented = {
    type: 'InterimCommented',
    occurredAt: receivedAt,
    rule: 'S8',
    tier: 'PANEL',
    data: { party: state.parties[side], by, comment, opens: [], closes: [] },
  };
  return state.comments.length === 0
    ? accept(commented)
    : accept<PanelEvent>(commented, closed('both-commented', receivedAt, false, state, clocks));
}

/** The time for comments is over; when nobody commented, the interim text is final. */
export const commentsByDefault = (
  expiry: Instant,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<InterimCommentsClosed> => accept(closed('default', expiry, state.comments.length === 0, state, clocks));

const closed = (
  by: 'both-commented' | 'default',
  at: Instant,
  interimIsFinal: boolean,
  state: OpenedPanel,
  clocks: Clocks,
): InterimCommentsClosed => ({
  type: 'InterimCommentsClosed',
  occurredAt: at,
  rule: 'S8',
  tier: 'PUBLIC',
  data: {
    by,
    interimIsFinal,
    opens: [
      findingsClock(clocks, state, { event: 'InterimCommentsClosed', at, kind: by === 'default' ? 'expiry' : 'act' }),
    ],
    closes: ['interim-comments'],
  },
});
