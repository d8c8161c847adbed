import { plusMillis, type Instant, type Sha256 } from '@parley/kernel';
import type { OperatedService } from '@parley/telemetry';
import { degradationOf } from './degradation';

const now = '2025-02-21T16:00:00.000Z' as Instant;
const message = {
  ...{ work: 'docket', id: 'm', key: 'intake/5f0c7b0e', reason: null, tries: 0, parkedAt: now },
  digest: 'e'.repeat(64) as Sha256,
};

const dismissals = {} as OperatedService['workers']['dismissals'];
const orders = {} as OperatedService['workers']['orders'];
const silent = { parked: () => Promise.resolve([]), replayParked: () => Promise.resolve(0) };

const service = (parked: number, overdue: readonly { tries: number; dueAt: Instant }[]): OperatedService => {
  const consumer = {
    parked: () => Promise.resolve(Array.from({ length: parked }, () => message)),
    replayParked: () => Promise.resolve(0),
    lag: () => [],
  };
  return {
    context: 'audit',
    workers: { projections: [], consumers: { docket: consumer }, dismissals, orders },
    timers: [{ overdue: () => Promise.resolve(overdue) }] as unknown as OperatedService['timers'],
  };
};

describe('what of a service stands still', () => {
  it('is nothing while nothing is parked or overdue', async () => {
    expect(await degradationOf(service(0, []), now)).toBeUndefined();
  });

  it('is counted, and no case is named', async () => {
    const failed = { tries: 1, dueAt: plusMillis(now, -1_000) };
    expect(await degradationOf(service(1, []), now)).toBe('a message is parked in audit');
    const { workers, ...quiet } = service(0, []);
    const alarming = { ...quiet, workers: { ...workers, alarms: () => Promise.resolve(['it burns']) } };
    expect(await degradationOf(alarming, now)).toBe('it burns');
    expect(await degradationOf(service(2, [failed]), now)).toBe(
      '2 messages are parked in audit; a default is overdue in audit',
    );
  });

  it('is what was not heard of for long, with something to hear', async () => {
    const lag = (secondsSinceMoved: number, caughtUp = false) => [{ context: 'intake', caughtUp, secondsSinceMoved }];
    const hearing = (said: ReturnType<typeof lag>): OperatedService => {
      const quiet = service(0, []);
      return { ...quiet, workers: { ...quiet.workers, consumers: { docket: { ...silent, lag: () => said } } } };
    };
    expect(await degradationOf(hearing(lag(61)), now)).toBe('nothing was heard of intake for 60 s');
    expect(await degradationOf(hearing(lag(59)), now)).toBeUndefined();
    expect(await degradationOf(hearing(lag(61, true)), now)).toBeUndefined();
  });

  it('is what waits for an instance that knows what a newer version recorded, once for all tables', async () => {
    const waiting = { name: 't', status: () => ({ state: 'standing-by', unknownKind: 'SomethingNew' }) };
    const quiet = service(0, []);
    const workers = { ...quiet.workers, projections: [waiting, waiting] } as unknown as OperatedService['workers'];
    expect(await degradationOf({ ...quiet, workers }, now)).toBe(
      'a newer version of audit has recorded SomethingNew, and this instance waits for one that knows it',
    );
  });

  it('does not count a default that only waits for its turn, unless for long', async () => {
    expect(await degradationOf(service(0, [{ tries: 0, dueAt: plusMillis(now, -60_000) }]), now)).toBeUndefined();
    expect(await degradationOf(service(0, [{ tries: 0, dueAt: plusMillis(now, -180_000) }]), now)).toBe(
      'a default is overdue in audit',
    );
  });
});
