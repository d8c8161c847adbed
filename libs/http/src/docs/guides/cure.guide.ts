import { say, type Guide } from './guide';

/** From a filing that lacks something to a complete one. */
export const cureGuide: Guide = {
  name: 'cure',
  title: say('Cure a defect', '补正缺陷'),
  lead: say(
    'A filing that lacks something of its form is not lost. It is sent again whole, twice at most.',
    '形式上有欠缺的申诉并不因此失效，可完整重新提交，至多两次。',
  ),
  steps: [
    {
      does: say(
        'Here is a filing of another claim that names nobody whom the registry may call.',
        '以下申诉提出另一项主张，但未列明登记处可联系的人员。',
      ),
      run: `sed 's/"provision": "I"/"provision": "II"/' grievance.json > second.json
as cn-desk check-2 -d "{ \\"grievance\\": $(cat second.json) }" $parley/v1/grievances/checks | tee check.json
digest=$(sed 's/.*"digest":"\\([^"]*\\)".*/\\1/' check.json)
as cn-desk file-2 -d "{ \\"grievance\\": $(cat second.json),
  \\"certification\\": { \\"digest\\": \\"$digest\\" } }" $parley/v1/cases | tee second-case.json
second=$(sed 's/^{"id":"\\([^"]*\\)".*/\\1/' second-case.json)`,
      shows: '"complete":false',
    },
    {
      does: say(
        'The registry finds what the check found. Each defect is named, with the field in which it lies.',
        '登记处的认定与检查结果一致，逐项列明缺陷及其所在字段。',
      ),
      run: `as us-registry deficient-1 -d '{ "finding": "deficient" }' $parley/v1/cases/$second/completeness`,
      shows: '"status":"deficient"',
    },
    {
      does: say(
        'Send it again with what it lacked. The certification is over the whole text, and the receipt is a new one.',
        '补齐后重新提交。声明涵盖全文，收据为新收据。',
      ),
      run: `as cn-desk cure-1 -d "{ \\"grievance\\": $(cat second.json), \\"contact\\": $contact,
  \\"certification\\": { \\"digest\\": \\"$digest\\" } }" $parley/v1/cases/$second/cures`,
      shows: '"defects":[]',
    },
    {
      does: say('The registry finds it complete.', '登记处认定其完备。'),
      run: `as us-registry complete-2 -d '{ "finding": "complete" }' $parley/v1/cases/$second/completeness`,
      shows: '"status":"registered"',
    },
  ],
};
