import { say, type Guide } from './guide';

/** How a case is told again from its record. */
export const auditGuide: Guide = {
  name: 'audit',
  title: say('Audit a case', '审计案件'),
  lead: say(
    'An auditor of either government reads what happened, what could be known at any instant, and who read what. ' +
      'Each such read is on record (I-40).',
    '任一方政府的审计人可查阅案件经过、任一时刻可知的情况以及何人阅读何物。此类查阅均予记录（I-40）。',
  ),
  steps: [
    {
      does: say(
        'Read the history: who did what, by which rule, when it counts and when it was recorded.',
        '查阅案件经过：何人依何规则做了何事、何时生效、何时记录。',
      ),
      run: `as us-auditor history-1 $parley/v1/cases/$case/history`,
      shows: '"type":"GrievanceFiled"',
    },
    {
      does: say(
        'See the case as it could be known at an instant: here when it was registered.',
        '查看某一时刻可知的案件情况：此处为登记之时。',
      ),
      run: `then=$(sed 's/.*"registeredAt":"\\([^"]*\\)".*/\\1/' registered.json)
as us-auditor state-1 "$parley/v1/cases/$case/history/state?asOf=$then"`,
      shows: '"type":"GrievanceFiled"',
    },
    {
      does: say('See who has read the case, for which purpose.', '查看何人出于何种目的阅读过该案件。'),
      run: `as us-auditor reads-1 $parley/v1/cases/$case/history/reads`,
      shows: '"purpose":"First steps"',
    },
  ],
};
