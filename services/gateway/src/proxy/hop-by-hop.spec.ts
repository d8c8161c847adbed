import { endToEnd, forwardedHeaders } from './hop-by-hop';

describe('headers on their way', () => {
  it('leave behind what is of the connection, and what it names', () => {
    const came = {
      connection: 'Keep-Alive, X-Secret',
      'keep-alive': 'timeout=5',
      'x-secret': '1',
      'transfer-encoding': 'chunked',
      te: 'trailers',
      upgrade: 'h2c',
      etag: '"3"',
      'set-cookie': ['a', 'b'],
    };
    expect(endToEnd(came)).toEqual({ etag: '"3"', 'set-cookie': ['a', 'b'] });
  });

  it('carry the request’s id and its trace, and no expectation that was met', () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const came = { 'x-request-id': 'something else', traceparent, 'idempotency-key': 'k', expect: '100-continue' };
    expect(forwardedHeaders({ id: 'request-1' }, came)).toEqual({
      'x-request-id': 'request-1',
      traceparent,
      'idempotency-key': 'k',
    });
  });
});
