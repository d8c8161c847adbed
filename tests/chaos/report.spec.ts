import { report } from './report';

const round = { fault: 'intake-killed', acknowledged: 120, retries: 3, settleSeconds: 1.25, findings: [] };

describe('the report of a run', () => {
  it('is a table of the faults and what came of each', () => {
    expect(report([round, { ...round, fault: 'broker-killed', acknowledged: 9, remark: 'all of them' }])).toBe(
      [
        'fault          acts acknowledged  sent again  seconds to settle  verdict        remark',
        'intake-killed                120           3                1.3  nothing found',
        'broker-killed                  9           3                1.3  nothing found  all of them',
        '',
      ].join('\n'),
    );
  });

  it('says below the table what was found, and by which comparison', () => {
    const found = {
      ...round,
      findings: [{ by: 'acts', what: 'c: intake ReplyFiled by us-desk was acknowledged once and is not on record' }],
    };
    expect(report([found]).split('\n').slice(-3)).toEqual([
      '',
      'intake-killed, acts: c: intake ReplyFiled by us-desk was acknowledged once and is not on record',
      '',
    ]);
  });
});
