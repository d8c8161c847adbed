import { queryLeftOut } from './query-left-out';

describe('the query of a traced request', () => {
  it('is recorded without what stands in it', () => {
    expect(queryLeftOut({ url: '/v1/agenda.ics?token=q1YpSecret&cursor=abc' })).toEqual({ 'url.query': 'LEFT-OUT' });
  });

  it('is not made up where there is none', () => {
    for (const url of ['/v1/agenda', '', undefined]) expect(queryLeftOut({ url })).toEqual({});
  });
});
