import { actsTable } from './acts-table';

describe('the table of acts', () => {
  it('says of each act, in the order of the paths, who may do it, by which rule, and what stands against it', () => {
    const table = actsTable([
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
    ]);
    expect(table.split('\n').slice(2)).toEqual([
      '| `POST /v1/cases/{caseId}/completeness` | Decide on form | registry, co-head | S2 | – |',
      '| `POST /v1/cases/{caseId}/referral/exit-notices` | Leave | desk of a side with claims of its own | I-53 | – |',
      '| `POST /v1/cases/{caseId}/reply` | Reply | desk of the respondent | S4 | ' +
        'not-awaiting-reply, reply-out-of-time |',
    ]);
  });
});
