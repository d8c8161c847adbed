import { readingOf } from './fleet';

const ready = { status: 'ready', reasons: [], degraded: [] };

describe('how a process is', () => {
  it('is ready, degraded or not ready, and why', () => {
    expect(readingOf(ready, undefined)).toEqual({ state: 'ready', note: '' });
    expect(readingOf({ ...ready, degraded: [{ check: 'broker', reason: 'it does not answer' }] }, undefined)).toEqual({
      state: 'degraded',
      note: 'broker: it does not answer',
    });
    expect(
      readingOf({ ...ready, status: 'not-ready', reasons: [{ check: 'intake', reason: 'it is starting' }] }, undefined),
    ).toEqual({ state: 'not ready', note: 'intake: it is starting' });
  });

  it('includes what its consumers have still to handle', () => {
    const metrics = [
      '# HELP parley_consumer_lag_events Events that a consumer has still to handle.',
      'parley_consumer_lag_events{service="intake",consumer="case-list"} 12',
      'parley_consumer_lag_events{service="intake",consumer="hearing",from="evidence"} 3',
      'parley_consumer_stalled_seconds{service="intake",consumer="case-list"} 99',
    ].join('\n');
    expect(readingOf(ready, metrics).lag).toBe(15);
    expect(readingOf(ready, 'parley_gateway_requests_total{service="intake",status="200"} 4')).not.toHaveProperty(
      'lag',
    );
  });
});
