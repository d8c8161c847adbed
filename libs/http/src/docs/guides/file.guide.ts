import { say, type Guide } from './guide';

/** From a text to a registered case. */
export const fileGuide: Guide = {
  name: 'file',
  title: say('File a grievance', '提交申诉'),
  lead: say(
    'A desk checks its text, certifies it and files it. The registry finds it complete, and the case gets its number.',
    '主管部门检查文本、作出声明并提交。登记处认定其完备后，案件取得编号。',
  ),
  steps: [
    {
      does: say(
        'Write the grievance. Its title and its summary for the public stand in both languages.',
        '撰写申诉。标题和公开摘要须为中英文。',
      ),
      run: `cat > grievance.json <<'JSON'
{
  "subject": [{ "lang": "en", "text": "Additional tariff measures on goods from China", "kind": "original" },
              { "lang": "zh-Hans", "text": "对来自中国的商品加征关税措施", "kind": "translation", "of": "en" }],
  "measures": [{ "id": "M1", "wtoMember": "US", "number": "Executive Order 14195", "date": "2025-02-01",
                 "title": [{ "lang": "en", "text": "Imposing duties", "kind": "original" }],
                 "issuer": "The President of the United States", "citation": "90 FR 9121" }],
  "claims": [{ "id": "C1", "measure": "M1", "agreement": "GATT1994", "provision": "I",
               "because": [{ "lang": "en", "text": "It falls on one Member only.", "kind": "original" }] }],
  "facts": [{ "lang": "en", "text": "The duty applies from 4 February 2025.", "kind": "original" }],
  "remedy": [{ "lang": "en", "text": "Withdrawal of the measure.", "kind": "original" }],
  "publicSummary": [{ "lang": "en", "text": "Tariffs on goods from China.", "kind": "original" },
                    { "lang": "zh-Hans", "text": "对来自中国的商品加征关税。", "kind": "translation", "of": "en" }],
  "authority": "Instruction of the ministry"
}
JSON
contact='{ "name": "Li Wei", "reach": "+86 10 0000 0000" }'
grep '"id": "C1"' grievance.json`,
      shows: '"agreement": "GATT1994"',
    },
    {
      does: say(
        'Check it by the very rules of the filing. Nothing of it is kept. The answer holds the digest to certify.',
        '依照提交时适用的同一规则进行检查，不留存任何内容。答复载有供声明之用的摘要值。',
      ),
      run: `as cn-desk check-1 -d "{ \\"grievance\\": $(cat grievance.json), \\"contact\\": $contact }" \\
  $parley/v1/grievances/checks | tee check.json
digest=$(sed 's/.*"digest":"\\([^"]*\\)".*/\\1/' check.json)`,
      shows: '"complete":true',
    },
    {
      does: say(
        'File it. The answer is the case, with the receipt of the registry and the time that now runs.',
        '提交。答复即为案件，载有登记处的收据以及现已起算的期限。',
      ),
      run: `as cn-desk file-1 -d "{ \\"grievance\\": $(cat grievance.json), \\"contact\\": $contact,
  \\"certification\\": { \\"digest\\": \\"$digest\\" } }" $parley/v1/cases | tee case.json
case=$(sed 's/^{"id":"\\([^"]*\\)".*/\\1/' case.json)`,
      shows: '"status":"filed"',
    },
    {
      does: say(
        'The registry of the other side finds it complete. That is a matter of form: it says nothing of the claims.',
        '对方登记处认定其完备。此认定仅涉形式，与主张是否成立无关。',
      ),
      run: `as us-registry complete-1 -d '{ "finding": "complete" }' $parley/v1/cases/$case/completeness`,
      shows: '"docketNumber":"CN-',
    },
    {
      does: say(
        'With that the case is registered. From now on its number stands for its id in every path.',
        '案件随即完成登记。此后在任何路径中均可用案号代替标识。',
      ),
      run: `as cn-desk read-1 $parley/v1/cases/$case | tee registered.json`,
      shows: '"status":"registered"',
    },
  ],
};
