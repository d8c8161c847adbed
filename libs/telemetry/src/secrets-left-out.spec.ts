import { secretsLeftOut } from './secrets-left-out';

describe('the address of a traced request', () => {
  it('is recorded without what stands in its query', () => {
    expect(secretsLeftOut({ url: '/v1/agenda.ics?token=q1YpSecret&cursor=abc' })).toEqual({ 'url.query': 'LEFT-OUT' });
  });

  it('is recorded without the code of a cover sheet', () => {
    expect(secretsLeftOut({ url: '/v1/verify/K7QF-0D3M-A1ZC-9TRW' })).toEqual({ 'url.path': '/v1/verify/LEFT-OUT' });
    expect(secretsLeftOut({ url: '/v1/verify/K7QF%200D3M?lang=en' })).toEqual({
      'url.path': '/v1/verify/LEFT-OUT',
      'url.query': 'LEFT-OUT',
    });
  });

  it('is left as it is where nothing is secret', () => {
    for (const url of ['/v1/agenda', '/v1/verify', '', undefined]) expect(secretsLeftOut({ url })).toEqual({});
  });
});
