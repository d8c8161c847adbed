import { say, type Guide } from './guide';

/** How a time that runs comes to end later. */
export const deadlineGuide: Guide = {
  name: 'deadline',
  title: say('Move a deadline', '延长期限'),
  lead: say(
    'One side proposes, and both must sign. What is not signed lapses, and the deadline stays as it is (I-20).',
    '一方提议，须双方签署。未获签署的提议失效，期限不变（I-20）。',
  ),
  steps: [
    {
      does: say('See what time runs, by its id, and how it was counted.', '查看正在计算的期限、其标识及计算方法。'),
      run: `as cn-desk read-2 $parley/v1/cases/$case`,
      shows: '"id":"consultations"',
    },
    {
      does: say(
        'Propose that it end later, in its own unit, with a reason that the public sees.',
        '提议延后，以该期限自身的单位计，并说明将予公开的理由。',
      ),
      run: `as cn-desk extend-1 -d '{ "deadline": "consultations", "by": 5,
  "reason": { "en": "The interpreters are ill.", "zh-Hans": "译员患病。" } }' \\
  $parley/v1/cases/$case/extensions | tee extension.json
proposal=$(sed 's/.*"id":"\\([^"]*\\)".*/\\1/' extension.json)`,
      shows: '"deadline":"consultations"',
    },
    {
      does: say('The other side signs over the digest that the proposal shows.', '对方就提议所载的摘要值签署。'),
      run: `digest=$(sed 's/.*"digest":"\\([^"]*\\)".*/\\1/' extension.json)
as us-desk sign-1 -d "{ \\"digest\\": \\"$digest\\" }" $parley/v1/cases/$case/proposals/$proposal/signatures`,
      shows: '"end":"signed"',
    },
  ],
};
