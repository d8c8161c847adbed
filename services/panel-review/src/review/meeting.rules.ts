import { accept, refuse, type RefusalReason } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { RequestInterimMeeting, SetInterimMeeting } from '../panel/panel-commands.rules';
import { isRefused, type OpenedPanel } from '../panel/panel-state.rules';
import { commentingSide, panelActBar } from './comments.rules';
import { reviewRefusals, type InterimMeetingRequested, type InterimMeetingSet } from './review.rules';

/** Refusals about a meeting on the interim text (S8). */
export const meetingRefusals = {
  meetingRequested: {
    code: 'meeting-requested',
    rule: 'S8',
    en: 'This side has asked for a meeting.',
    'zh-Hans': '该方已请求召开会议。',
  },
  meetingAskedLate: {
    code: 'meeting-asked-late',
    rule: 'S8',
    en:
      'A meeting is asked for in the first half of the time for comments. What there is to say can be put in the ' +
      'comments.',
    'zh-Hans': '会议须在评论期的前半段内请求。意见可写入评论。',
  },
  noMeetingRequested: {
    code: 'no-meeting-requested',
    rule: 'S8',
    en: 'No party awaits a meeting on the interim text.',
    'zh-Hans': '没有待召开的中期文本会议。',
  },
  meetingInPast: {
    code: 'meeting-in-past',
    rule: 'S8',
    status: 422,
    en: 'The time named for the meeting has passed.',
    'zh-Hans': '所定会议时间已过。',
  },
  meetingOutOfTime: {
    code: 'meeting-out-of-time',
    rule: 'S8',
    status: 422,
    en: 'The meeting is held within the time for comments, for which nothing waits. Name an earlier time.',
    'zh-Hans': '会议须在评论期内召开，任何期限均不为其等待。请另定较早时间。',
  },
} as const satisfies Record<string, RefusalReason>;

/**
 * In the first half of the time for comments either party may ask for a meeting at which both parties are present, so
 * that it can be held within that time.
 */
export function requestInterimMeeting(command: RequestInterimMeeting, state: OpenedPanel, clocks: Clocks) {
  const side = commentingSide(command, state);
  if (isRefused(side)) return side;
  const { by, receivedAt } = command;
  const { interim } = state;
  if (!interim) return refuse(reviewRefusals.notCommenting);
  const half = clocks.start('interim-meeting', { event: 'InterimIssued', at: interim.issuedAt });
  if (receivedAt >= half.dueAt) return refuse(meetingRefusals.meetingAskedLate);
  const party = state.parties[side];
  if (state.meeting?.requestedBy.includes(party)) return refuse(meetingRefusals.meetingRequested);
  return accept<InterimMeetingRequested>({
    type: 'InterimMeetingRequested',
    occurredAt: receivedAt,
    rule: 'S8',
    tier: 'PANEL',
    data: { party, by, opens: [], closes: [] },
  });
}

/**
 * A co-chair names a time for the meeting, and may name another, within the time for comments. Nothing waits for the
 * meeting.
 */
export function setInterimMeeting(command: SetInterimMeeting, state: OpenedPanel) {
  const { by, receivedAt } = command;
  const bar = panelActBar(state, by, receivedAt);
  if (bar) return refuse(bar);
  if (!state.convening?.coChairs.includes(by)) return refuse(reviewRefusals.notCoChair);
  if (!state.meeting) return refuse(meetingRefusals.noMeetingRequested);
  const { 'interim-comments': end } = state.running;
  if (!end || receivedAt >= end.dueAt) return refuse(meetingRefusals.noMeetingRequested);
  const { meetsAt } = command;
  if (meetsAt <= receivedAt) return refuse(meetingRefusals.meetingInPast, '/meetsAt');
  if (meetsAt >= end.dueAt) return refuse(meetingRefusals.meetingOutOfTime, '/meetsAt');
  if (state.meeting.meetsAt === meetsAt) return accept();
  return accept<InterimMeetingSet>({
    type: 'InterimMeetingSet',
    occurredAt: receivedAt,
    rule: 'S8',
    tier: 'PANEL',
    data: { meetsAt, by, opens: [], closes: [] },
  });
}
