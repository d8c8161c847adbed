import type { RefusalReason } from '@parley/kernel';

/** Refusals about a meeting on the interim text (S8). */
export const meetingRefusals = {
  meetingRequested: {
    code: 'meeting-requested',
    rule: 'S8',
    en: 'This side has asked for a meeting.',
    'zh-Hans': '该方已请求召开会议。',
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
} as const satisfies Record<string, RefusalReason>;
