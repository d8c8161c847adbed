import { say, type Guide } from './guide';

/** From a list of experts to a report on the record. */
export const expertGuide: Guide = {
  name: 'expert',
  title: say('Take part as an expert', '以专家身份参与'),
  lead: say(
    'A panel hears an expert on whom both co-chairs agree. The expert discloses what may bear on ' +
      'the report, and gives it in person.',
    '专家组听取两名共同主席共同选定的专家的意见。专家先披露可能影响报告的事项，再本人提交报告。',
  ),
  steps: [
    {
      does: say(
        'The review begins when the consultations are over. A demonstration that was started with ' +
          '`PARLEY_DEMO_CLOCK` lets the time pass; elsewhere one waits.',
        '磋商结束后审查开始。以 `PARLEY_DEMO_CLOCK` 启动的演示系统可令时间快进，其他系统须等待。',
      ),
      run: `due=$(sed 's/.*"id":"consultations"[^}]*"dueAt":"\\([^"]*\\)".*/\\1/' replied.json)
as operator clock-1 -d "{ \\"to\\": \\"$due\\" }" $parley/v1/demonstration-clock`,
      shows: '"settled":true',
    },
    {
      does: say('A desk proposes its one list of experts.', '主管部门提出其唯一一份专家名单。'),
      run: `as us-desk experts-1 -d '{ "experts": [{ "expertise": ["trade statistics"], "personId": "expert",
  "name": [{ "lang": "en", "text": "Institute for trade statistics", "kind": "original" }] }] }' \\
  $parley/v1/cases/$third/panel/expert-lists`,
      shows: '"expert:US:1"',
    },
    {
      does: say(
        'Both co-chairs choose the same expert with the very same questions.',
        '两名共同主席以完全相同的问题选定同一专家。',
      ),
      run: `for chair in us-panel-1 cn-panel-1; do
  as $chair choose-$chair -d '{ "questions": [{ "lang": "en", "text": "What share of the trade is it?",
    "kind": "original" }] }' $parley/v1/cases/$third/panel/experts/expert:US:1/choices
done`,
      shows: '"expert:US:1"',
    },
    {
      does: say(
        'The expert sees where a panel asks something. `Prefer: wait=5` waits for what follows from the choice.',
        '专家查看哪些专家组向其提问。`Prefer: wait=5` 等待选定的后续结果。',
      ),
      run: `as expert assignments-1 -H 'prefer: wait=5' $parley/v1/assignments
as expert assignment-1 $parley/v1/cases/$third/panel/assignments`,
      shows: '"What share of the trade is it?"',
    },
    {
      does: say('Disclose first.', '先作披露。'),
      run: `as expert disclose-expert -d '{ "statement": [{ "lang": "en", "text": "I have advised neither side.",
  "kind": "original" }] }' $parley/v1/cases/$third/panel/assignments/expert:US:1/disclosure`,
      shows: '"I have advised neither side."',
    },
    {
      does: say(
        'Then give the report. Both parties and the panel read it at the same instant.',
        '然后提交报告。双方当事方和专家组同时阅读。',
      ),
      run: `as expert report-1 -d '{ "report": [{ "lang": "en", "text": "About a third.", "kind": "original" }] }' \\
  $parley/v1/cases/$third/panel/assignments/expert:US:1/report`,
      shows: '"About a third."',
    },
  ],
};
