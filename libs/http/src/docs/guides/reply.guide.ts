import { say, type Guide } from './guide';

/** What the respondent finds, and how it answers. */
export const replyGuide: Guide = {
  name: 'reply',
  title: say('Reply to a grievance', '答复申诉'),
  lead: say(
    'The respondent replies once, before its time under S4 ends. If it says nothing, the case goes on without it.',
    '被申诉方在 S4 规定的期限届满前答复一次。如不答复，案件照常进行。',
  ),
  steps: [
    {
      does: say(
        'Ask what you may do now, until when, and why not the rest.',
        '查询目前可以进行的行为、截止时间，以及不得进行其他行为的理由。',
      ),
      run: `as us-desk acts-1 $parley/v1/cases/$case/acts`,
      shows: '"may":true',
    },
    {
      does: say(
        'Reply. An `objects` with its objections joins the review and stops nothing.',
        '答复。如选择 `objects` 并附异议，异议并入审查，不中止程序。',
      ),
      run: `as us-desk reply-1 -d '{ "position": "accepts", "objections": [], "reservation": [],
  "counterStatements": [] }' $parley/v1/cases/$case/reply`,
      shows: '"position":"accepts"',
    },
    {
      does: say(
        'Send it once more under the same key: it is the same act, and the answer is the same.',
        '以同一键再次发送：仍为同一行为，答复相同。',
      ),
      run: `as us-desk reply-1 -d '{ "position": "accepts", "objections": [], "reservation": [],
  "counterStatements": [] }' $parley/v1/cases/$case/reply`,
      shows: '"position":"accepts"',
    },
  ],
};
