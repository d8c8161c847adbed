import type { Instant } from '@parley/kernel';
import type { ParkedMessage } from '@parley/messaging';
import type { DeadlineTimers } from '@parley/processes';
import type { ProjectionRunner } from '@parley/projections';
import type { OperatedService } from '@parley/telemetry';
import { ownOperations } from './own-operations';

const parked: ParkedMessage = {
  id: 'm1',
  key: 'intake/case-1',
  reason: 'Error: its words are in the log alone',
  tries: 5,
  parkedAt: '2025-02-18T16:00:01.204Z' as Instant,
};
const replayed: (string | undefined)[] = [];

const docket = {
  name: 'docket',
  status: () => ({ state: 'failing', caughtUp: false, secondsSinceMoved: 7, lastFailure: 'words of a filing' }),
  rebuild: () => Promise.resolve({ events: 12, seconds: 0.1, position: '12' }),
} as unknown as ProjectionRunner;
const timers = {
  overdue: () =>
    Promise.resolve([
      { subject: 'case-1', deadlineId: 'reply', dueAt: '2025-02-21T16:00:00.000Z', tries: 2, reason: 'words' },
    ]),
};

const audit: OperatedService = {
  context: 'audit',
  workers: {
    projections: [docket],
    consumers: {
      docket: {
        parked: () => Promise.resolve([parked]),
        lag: () => [],
        replayParked: (key) => {
          replayed.push(key);
          return Promise.resolve(1);
        },
      },
    },
  },
  timers: [timers as unknown as DeadlineTimers],
};

const OPERATOR = { authorization: undefined };

describe('operations', () => {
  const operations = ownOperations([audit]);

  it('show what lags, what is overdue and what is parked', async () => {
    expect(await operations.read(OPERATOR)).toEqual({
      projections: [{ service: 'audit', name: 'docket', state: 'failing', caughtUp: false, secondsSinceMoved: 7 }],
      overdue: [{ service: 'audit', caseId: 'case-1', deadline: 'reply', dueAt: '2025-02-21T16:00:00.000Z', tries: 2 }],
      parked: [{ service: 'audit', consumer: 'docket', ...parked }],
      checks: [],
      away: [],
    });
  });

  it('do not take an instance that stands by for one that lags', async () => {
    const shownOf = async (behind: number) => {
      const runner = {
        name: 'docket',
        status: () => ({ state: 'standing-by', caughtUp: false, secondsSinceMoved: 90 }),
        behind: () => Promise.resolve(behind),
      } as unknown as ProjectionRunner;
      const { projections } = await ownOperations([
        { ...audit, workers: { projections: [runner], consumers: {} } },
      ]).read(OPERATOR);
      return projections.map(({ caughtUp, secondsSinceMoved }) => [caughtUp, secondsSinceMoved]);
    };
    expect(await shownOf(0)).toEqual([[true, 0]]);
    expect(await shownOf(1)).toEqual([[false, 90]]);
  });

  it('replay the parked messages of one consumer, of one key or all', async () => {
    expect(await operations.replay({ service: 'audit', consumer: 'docket', key: 'intake/case-1' }, OPERATOR)).toEqual({
      replayed: 1,
    });
    await operations.replay({ service: 'audit', consumer: 'docket' }, OPERATOR);
    expect(replayed).toEqual(['intake/case-1', undefined]);
  });

  it('know only what is there', async () => {
    await expect(operations.replay({ service: 'audit', consumer: 'toString' }, OPERATOR)).rejects.toMatchObject({
      kind: { code: 'not-found' },
    });
    await expect(operations.rebuild({ service: 'intake', projection: 'docket' }, OPERATOR)).rejects.toMatchObject({
      kind: { code: 'not-found' },
    });
    await expect(operations.rebuild({ service: 'audit', projection: 'cases' }, OPERATOR)).rejects.toMatchObject({
      kind: { code: 'not-found' },
    });
  });

  it('rebuild a read model', async () => {
    expect(await operations.rebuild({ service: 'audit', projection: 'docket' }, OPERATOR)).toEqual({
      events: 12,
      seconds: 0.1,
    });
  });
});
