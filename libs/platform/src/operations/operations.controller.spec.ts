import type { Instant } from '@parley/kernel';
import type { ParkedMessage } from '@parley/messaging';
import type { DeadlineTimers } from '@parley/processes';
import type { ProjectionRunner } from '@parley/projections';
import { OperationsController } from './operations.controller';
import type { OperatedService } from './operated-service';

const parked: ParkedMessage = { id: 'm1', key: 'intake/case-1', reason: 'Error: its words are in the log alone', tries: 5, parkedAt: '2025-02-18T16:00:01.204Z' as Instant };
const replayed: (string | undefined)[] = [];

const docket = {
  name: 'docket',
  status: () => ({ state: 'failing', caughtUp: false, secondsSinceMoved: 7, lastFailure: 'words of a filing' }),
  rebuild: () => Promise.resolve({ events: 12, seconds: 0.1, position: '12' }),
} as unknown as ProjectionRunner;
const timers = { overdue: () => Promise.resolve([{ subject: 'case-1', deadlineId: 'reply', dueAt: '2025-02-21T16:00:00.000Z', tries: 2, reason: 'words' }]) };

const audit: OperatedService = {
  context: 'audit',
  workers: {
    projections: [docket],
    consumers: {
      docket: {
        parked: () => Promise.resolve([parked]),
        replayParked: (key) => {
          replayed.push(key);
          return Promise.resolve(1);
        },
      },
    },
  },
  timers: [timers as unknown as DeadlineTimers],
};

describe('operations', () => {
  const controller = new OperationsController([audit]);

  it('show what lags, what is overdue and what is parked', async () => {
    expect(await controller.read()).toEqual({
      projections: [{ service: 'audit', name: 'docket', state: 'failing', caughtUp: false, secondsSinceMoved: 7 }],
      overdue: [{ service: 'audit', caseId: 'case-1', deadline: 'reply', dueAt: '2025-02-21T16:00:00.000Z', tries: 2 }],
      parked: [{ service: 'audit', consumer: 'docket', ...parked }],
    });
  });

  it('replay the parked messages of one consumer, of one key or all', async () => {
    expect(await controller.replay({ service: 'audit', consumer: 'docket', key: 'intake/case-1' })).toEqual({ replayed: 1 });
    await controller.replay({ service: 'audit', consumer: 'docket' });
    expect(replayed).toEqual(['intake/case-1', undefined]);
  });

  it('know only what is there', async () => {
    await expect(controller.replay({ service: 'audit', consumer: 'toString' })).rejects.toMatchObject({ kind: { code: 'not-found' } });
    await expect(controller.rebuild({ service: 'intake', projection: 'docket' })).rejects.toMatchObject({ kind: { code: 'not-found' } });
    await expect(controller.rebuild({ service: 'audit', projection: 'cases' })).rejects.toMatchObject({ kind: { code: 'not-found' } });
  });

  it('rebuild a read model', async () => {
    expect(await controller.rebuild({ service: 'audit', projection: 'docket' })).toEqual({ events: 12, seconds: 0.1 });
  });
});
