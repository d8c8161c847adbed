import { actsTable, type DeclaredAct } from './acts-table';

const ACTS: readonly DeclaredAct[] = [
  {
    act: 'POST /v1/cases/{caseId}/reply',
    what: 'Reply',
    as: ['desk'],
    side: 'respondent',
    rule: 'S4',
    refusals: ['reply-out-of-time', 'not-awaiting-reply'],
  },
  {
    act: 'POST /v1/cases/{caseId}/referral/exit-notices',
    what: 'Leave',
    as: ['desk'],
    whose: 'complaining',
    rule: 'I-53',
    refusals: [],
  },
  {
    act: 'POST /v1/cases/{caseId}/completeness',
    what: 'Decide on form',
    as: ['registry', 'cohead'],
    rule: 'S2',
    refusals: [],
  },
];

describe('the table of acts', () => {
  it('says of each act, in the order of the paths, who may do it, by which rule, and what stands against it', () => {
    const table = actsTable(ACTS, 'en');
    expect(table.split('\n').slice(2)).toEqual([
      '| `POST /v1/cases/{caseId}/completeness` | Decide on form | registry, co-head | S2 | – |',
      '| `POST /v1/cases/{caseId}/referral/exit-notices` | Leave | desk of a side with claims of its own | I-53 | – |',
      '| `POST /v1/cases/{caseId}/reply` | Reply | desk of the respondent | S4 | ' +
        'not-awaiting-reply, reply-out-of-time |',
    ]);
  });

  it('says the same in Chinese, whose words for each act stand in one list', () => {
    expect(actsTable(ACTS, 'zh-Hans').split('\n')).toEqual([
      '| 行为 | 内容 | 何人 | 依据 | 何时不得 |',
      '| --- | --- | --- | --- | --- |',
      '| `POST /v1/cases/{caseId}/completeness` | 认定提交完整或有缺陷 | 登记处、共同负责人 | S2 | – |',
      '| `POST /v1/cases/{caseId}/referral/exit-notices` | 通知将诉诸争端解决机构 | 有自己主张的一方的主管部门 | I-53 | – |',
      '| `POST /v1/cases/{caseId}/reply` | 答复申诉 | 被申诉方主管部门 | S4 | not-awaiting-reply, reply-out-of-time |',
    ]);
  });
});
