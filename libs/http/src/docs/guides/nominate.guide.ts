import { say, type Guide } from './guide';

/** From the rosters to members who have disclosed. */
export const nominateGuide: Guide = {
  name: 'nominate',
  title: say('Nominate members of a panel', '提名专家组成员'),
  lead: say(
    'Both sides list their panelists before a filing, since all rosters freeze at it. Each then nominates its own ' +
      'members (S6). For whom a side names nobody in time, the lot decides.',
    '双方须在提交申诉之前列出专家组成员，因为名册于提交时冻结。其后双方各自提名成员（S6）；逾期未提名的，抽签决定。',
  ),
  steps: [
    {
      does: say(
        'Each desk lists its panelists, and each panelist accepts.',
        '双方主管部门列出专家组成员，由每位成员本人接受。',
      ),
      run: `for side in us cn; do
  for number in 1 2 3; do
    as $side-desk list-$side-$number -d "{ \\"personId\\": \\"$side-panel-$number\\",
      \\"expertise\\": [\\"tariffs\\"], \\"languages\\": [\\"en\\", \\"zh-Hans\\"] }" $parley/v1/rosters/\${side^^}/members
    as $side-panel-$number accept-$side-$number -X POST $parley/v1/rosters/\${side^^}/acceptances
  done
done
curl -sS $parley/v1/rosters`,
      shows: '"names":3',
    },
    {
      does: say(
        'A case that is filed now has these rosters. It is registered as in the guide of the filing.',
        '此时提交的案件适用上述名册，登记方法与提交指南相同。',
      ),
      run: `sed 's/"provision": "I"/"provision": "XI:1"/' grievance.json > third.json
digest=$(as cn-desk check-3 -d "{ \\"grievance\\": $(cat third.json), \\"contact\\": $contact }" \\
  $parley/v1/grievances/checks | sed 's/.*"digest":"\\([^"]*\\)".*/\\1/')
as cn-desk file-3 -d "{ \\"grievance\\": $(cat third.json), \\"contact\\": $contact,
  \\"certification\\": { \\"digest\\": \\"$digest\\" } }" $parley/v1/cases > third-case.json
third=$(sed 's/^{"id":"\\([^"]*\\)".*/\\1/' third-case.json)
as us-registry complete-3 -d '{ "finding": "complete" }' $parley/v1/cases/$third/completeness
as us-desk reply-3 -d '{ "position": "accepts", "objections": [], "reservation": [],
  "counterStatements": [] }' $parley/v1/cases/$third/reply | tee replied.json`,
      shows: '"position":"accepts"',
    },
    {
      does: say(
        'Each side nominates two. It may wish one of them for its co-chair.',
        '双方各提名两名成员，并可指明希望由其中何人担任共同主席。',
      ),
      run: `for side in us cn; do
  as $side-desk nominate-$side-1 -d "{ \\"member\\": \\"$side-panel-1\\", \\"coChair\\": true }" \\
    $parley/v1/cases/$third/panel/nominations
  as $side-desk nominate-$side-2 -d "{ \\"member\\": \\"$side-panel-2\\" }" $parley/v1/cases/$third/panel/nominations
done`,
      shows: '"personId":"cn-panel-2"',
    },
    {
      does: say(
        'Each nominee discloses before taking a seat. Then the other side may challenge.',
        '被提名人须先作出披露方可就任。其后对方可申请回避。',
      ),
      run: `for member in us-panel-1 us-panel-2 cn-panel-1 cn-panel-2; do
  as $member disclose-$member -d '{ "statement": [{ "lang": "en", "text": "Nothing to disclose.",
    "kind": "original" }] }' $parley/v1/cases/$third/panel/disclosures
done`,
      shows: '"id":"challenge:CN:2"',
    },
  ],
};
