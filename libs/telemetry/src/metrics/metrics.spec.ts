import type { Instant } from '@parley/kernel';
import {
  countAppend,
  countBatch,
  countDeadlineFired,
  countDuplicateDropped,
  countProofFailure,
  countRebuild,
  countUnknownEvent,
  countUnreadable,
} from '@parley/metrics';
import { freePort } from '@parley/testing';
import type { OperatedService } from '../operated-service';
import { observeService } from './observe-service';
import { startMetrics, type RunningMetrics } from './start-metrics';

const moving = { state: 'following', caughtUp: false, secondsSinceMoved: 3 } as const;
const parked = {
  id: 'm',
  key: 'intake/5f0c7b0e',
  reason: 'words of a filing',
  tries: 5,
  parkedAt: '2025-02-21T16:00:00.000Z' as Instant,
};
const silent = { parked: () => Promise.resolve([]), replayParked: () => Promise.resolve(0) };

const service = {
  context: 'intake',
  workers: {
    projections: [
      {
        name: 'case-list',
        status: () => moving,
        behind: () => Promise.resolve(12),
        waitingSince: () => Promise.resolve('2025-02-21T16:00:55.000Z'),
      },
      { name: 'calls', status: () => ({ ...moving, state: 'standing-by' }), behind: () => Promise.resolve(99) },
      {
        name: 'left-alone',
        status: () => ({ ...moving, state: 'standing-by', unknownKind: 'SomethingNew' }),
        behind: () => Promise.resolve(7),
      },
    ],
    consumers: {
      hearing: {
        ...silent,
        parked: () => Promise.resolve([parked]),
        lag: () => [{ context: 'evidence', caughtUp: true, secondsSinceMoved: 0, events: 0 }],
      },
      registration: { ...silent, status: () => moving, behind: () => Promise.reject(new Error('no database')) },
    },
  },
  timers: [
    { overdue: () => Promise.resolve([{ dueAt: '2025-02-21T16:00:00.000Z' }, { dueAt: '2025-02-21T16:00:30.000Z' }]) },
  ],
} as unknown as OperatedService;

const store = {
  head: () => Promise.resolve('4711' as Awaited<ReturnType<Parameters<typeof observeService>[1]['store']['head']>>),
};
const clock = { now: () => '2025-02-21T16:01:00.000Z' as Instant };

describe('the metrics of a process', () => {
  let metrics: RunningMetrics;
  let port: number;
  let shown: string;

  beforeAll(async () => {
    countAppend('intake.case', 'conflict');
    port = await freePort();
    metrics = await startMetrics({ port });
    observeService(service, {
      store,
      clock,
      relay: { status: () => ({ ...moving, secondsSinceMoved: 70 }), behind: () => Promise.resolve(5) },
    });
    for (const outcome of ['appended', 'appended', 'conflict'] as const) countAppend('intake.case', outcome);
    countBatch(7);
    countRebuild('docket', 5_000, 2);
    countDuplicateDropped('hearing');
    countUnknownEvent('evidence', 'type');
    countUnreadable('evidence', 'no-headers');
    countProofFailure('chain');
    countDeadlineFired('reply', 20_000);
    shown = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  });
  afterAll(() => metrics.stop());

  it.each([
    'parley_appends_total{category="intake.case",outcome="appended"} 2',
    'parley_appends_total{category="intake.case",outcome="conflict"} 1',
    'parley_append_batch_size_bucket{le="8"} 1',
    'parley_rebuild_events_per_second{projection="docket"} 2500',
    'parley_duplicates_dropped_total{consumer="hearing"} 1',
    'parley_unknown_events_total{context="evidence",what="type"} 1',
    'parley_unreadable_messages_total{context="evidence",reason="no-headers"} 1',
    'parley_proof_failures_total{proof="chain"} 1',
    'parley_deadline_lateness_seconds_sum{clock="reply"} 20',
  ])('count what the libraries do: %s', (line) => {
    expect(shown.split('\n')).toContain(line);
  });

  it.each([
    'parley_head_position{service="intake"} 4711',
    'parley_consumer_lag_events{service="intake",consumer="relay"} 5',
    'parley_consumer_stalled_seconds{service="intake",consumer="relay"} 70',
    'parley_consumer_lag_events{service="intake",consumer="case-list"} 12',
    'parley_consumer_lag_seconds{service="intake",consumer="case-list"} 5',
    'parley_consumer_stalled_seconds{service="intake",consumer="case-list"} 3',
    'parley_consumer_caught_up{service="intake",consumer="case-list"} 0',
    'parley_consumer_lag_events{service="intake",consumer="left-alone"} 7',
    'parley_consumer_lag_events{service="intake",consumer="hearing",from="evidence"} 0',
    'parley_consumer_caught_up{service="intake",consumer="hearing",from="evidence"} 1',
    'parley_parked_messages{service="intake",consumer="hearing"} 1',
    'parley_timers_overdue{service="intake"} 2',
    'parley_timer_oldest_overdue_seconds{service="intake"} 60',
  ])('show how far its service is: %s', (line) => {
    expect(shown.split('\n')).toContain(line);
  });

  it('leave out who only stands by, and what cannot be found out now', () => {
    expect(shown).not.toMatch(/consumer="calls"/);
    expect(shown).not.toMatch(/parley_consumer_lag_events\{[^}]*registration/);
    expect(shown).toMatch(/process_resident_memory_bytes \d+/);
    expect(shown).toMatch(/process_cpu_seconds_total \d/);
  });

  it('name no case and quote nobody', () => {
    expect(shown).not.toMatch(/5f0c7b0e|words of a filing/);
  });

  it('are started once in a process, and not on a port that is taken', async () => {
    await expect(startMetrics({ port })).rejects.toThrow(/EADDRINUSE/);
    await expect(startMetrics({ port: await freePort() })).rejects.toThrow(
      'metrics were started already in this process',
    );
  });

  it('are off at port 0', async () => {
    await expect((await startMetrics({ port: 0 })).stop()).resolves.toBeUndefined();
  });
});
