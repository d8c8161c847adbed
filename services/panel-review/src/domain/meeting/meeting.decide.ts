import { accept, refuse, type Decision } from '@parley/kernel';
import { deskOf, isPast, isRefused, screeningOver } from '../acting';
import type { RequestInterimMeeting, SetInterimMeeting } from '../panel-commands';
import type { OpenedPanel } from '../panel-state';
import { refusals } from '../refusals';
import { panelActBar } from '../review/taking-part';
import type { InterimMeetingRequested, InterimMeetingSet } from './meeting-events';

/** While the interim text is open to comments either party may ask for a meeting, with the other party there. */
export function requestInterimMeeting(
  command: RequestInterimMeeting,
  state: OpenedPanel,
): Decision<InterimMeetingRequested> {
  const side = deskOf(state, command);
  if (isRefused(side)) return side;
  const { by, receivedAt } = command;
  const over = screeningOver(state, receivedAt);
  if (over) return refuse(over);
  if (state.stage.name !== 'interim-comments')
    return refuse(state.interim ? refusals.commentLate : refusals.notCommenting);
  if (isPast(state, 'interim-comments', receivedAt)) return refuse(refusals.commentLate);
  const party = state.parties[side];
  if (state.meeting?.requestedBy.includes(party)) return refuse(refusals.meetingRequested);
  return accept({
    type: 'InterimMeetingRequested',
    occurredAt: receivedAt,
    rule: 'S8',
    tier: 'PANEL',
    data: { party, by, opens: [], closes: [] },
  });
}

/** A time is named, and may be named anew, before the end of the time for findings; nothing waits for the meeting. */
export function setInterimMeeting(
  { by, receivedAt, meetsAt }: SetInterimMeeting,
  state: OpenedPanel,
): Decision<InterimMeetingSet> {
  const bar = panelActBar(state, by, receivedAt);
  if (bar) return refuse(bar);
  if (!state.convening?.coChairs.includes(by)) return refuse(refusals.notCoChair);
  if (!state.meeting) return refuse(refusals.noMeetingRequested);
  const end = state.running['interim-comments'] ?? state.running['findings'];
  if (!end || receivedAt >= end.dueAt) return refuse(refusals.noMeetingRequested);
  if (meetsAt <= receivedAt) return refuse(refusals.meetingInPast, '/meetsAt');
  if (state.meeting.meetsAt === meetsAt) return accept();
  return accept({
    type: 'InterimMeetingSet',
    occurredAt: receivedAt,
    rule: 'S8',
    tier: 'PANEL',
    data: { meetsAt, by, opens: [], closes: [] },
  });
}
