import type { PersonCaller } from '@parley/access';
import { InMemoryEventStore, type CommandOutcome, type RecordedEvent, type StreamName } from '@parley/event-store';
import {
  refuse,
  type CommandId,
  type Instant,
  type PartyCode,
  type PersonId,
  type Role,
  type Sha256,
  type Tier,
} from '@parley/kernel';
import type { ParkedMessage } from '@parley/messaging';
import { dismissalRefusals, Orders, type DeadlineTimers, type DismissedMessage } from '@parley/processes';
import type { ProjectionRunner, Rebuilt } from '@parley/projections';
import type { OperatedService } from '@parley/telemetry';
import { SecuritySpans } from '../security/security-spans';
import { ownOperations } from './own-operations';

const parked: ParkedMessage = {
  work: 'docket',
  digest: 'e'.repeat(64) as Sha256,
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

const dismissed = (id: string, tier: Tier): DismissedMessage => ({
  ...{ work: 'docket', id, key: 'intake/case-1', digest: 'e'.repeat(64) as Sha256, failure: 'Error', tier },
  reason: [{ lang: 'en', text: 'Not ours.', kind: 'original' }],
  by: { kind: 'person', personId: 'operator' as PersonId, role: 'operator', party: null },
  at: '2025-02-18T16:00:01.204Z' as Instant,
  stream: 'audit.dismissals-case-1' as DismissedMessage['stream'],
});
/** The outcome of the next dismissal. */
let outcome: CommandOutcome<readonly string[]>;
const asked: unknown[] = [];

const ORDERS = 'audit.orders-service' as StreamName;
const store = new InMemoryEventStore({ clock: { now: () => '2025-02-18T16:00:01.204Z' as Instant } });
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
    orders: new Orders({ store, ruleSetVersion: '2026-1' }, 'audit'),
    dismissals: {
      ruleSetVersion: '2026-1',
      list: () => Promise.resolve([dismissed('m1', 'PARTIES'), dismissed('m2', 'FILER')]),
      dismiss: (dismissal, { actor, ruleSetVersion }) => {
        asked.push({ dismissal, actor, ruleSetVersion });
        return Promise.resolve(outcome);
      },
    },
  },
  timers: [timers as unknown as DeadlineTimers],
};

const OPERATOR = {
  authorization: undefined,
  caller: { kind: 'person', personId: 'operator' as PersonId, party: null, roles: ['operator'] },
  receivedAt: '2025-02-18T16:00:01.204Z' as Instant,
} as const;

describe('operations', () => {
  const operations = ownOperations([audit], new SecuritySpans());

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
    const shownOf = async (behind: number, unknownKind?: string) => {
      const runner = {
        name: 'docket',
        status: () => ({ state: 'standing-by', caughtUp: false, secondsSinceMoved: 90, unknownKind }),
        behind: () => Promise.resolve(behind),
      } as unknown as ProjectionRunner;
      const { projections } = await ownOperations(
        [{ ...audit, workers: { ...audit.workers, projections: [runner], consumers: {} } }],
        new SecuritySpans(),
      ).read(OPERATOR);
      return projections.map(({ state, caughtUp, secondsSinceMoved }) => [state, caughtUp, secondsSinceMoved]);
    };
    expect(await shownOf(0)).toEqual([['standing-by', true, 0]]);
    expect(await shownOf(1)).toEqual([['standing-by', false, 90]]);
    expect(await shownOf(1, 'SomethingNew')).toEqual([['waiting', false, 90]]);
  });

  it('replay the parked messages of one consumer, of one key or all', async () => {
    expect(await operations.replay({ service: 'audit', consumer: 'docket', key: 'intake/case-1' }, OPERATOR)).toEqual({
      replayed: 1,
    });
    await operations.replay({ service: 'audit', consumer: 'docket' }, OPERATOR);
    expect(replayed).toEqual(['intake/case-1', undefined]);
  });

  it('have who ordered a replay or a rebuild on record before it is done, once under a key', async () => {
    const once = { ...OPERATOR, idempotencyKey: 'once' };
    const before = (await store.read(ORDERS)).length;
    for (const _ of [1, 2]) await operations.replay({ service: 'audit', consumer: 'docket' }, once);
    await operations.rebuild({ service: 'audit', projection: 'docket' }, once);
    expect((await store.read(ORDERS)).slice(before)).toMatchObject([
      { type: 'ReplayOrdered', actor: { personId: 'operator', role: 'operator' }, tier: 'PARTIES' },
      { type: 'RebuildOrdered', actor: { personId: 'operator', role: 'operator' }, tier: 'PARTIES' },
    ]);
    await expect(operations.replay({ service: 'audit', consumer: 'nowhere' }, OPERATOR)).rejects.toMatchObject({
      kind: { code: 'not-found' },
    });
    expect(await store.read(ORDERS)).toHaveLength(before + 2);
  });

  const caller = (role: Role, party: string | null): PersonCaller => ({
    kind: 'person',
    personId: role as PersonId,
    party: party as PartyCode | null,
    roles: [role],
  });
  const request = {
    ...{ service: 'audit', work: 'docket', id: 'm1', digest: 'e'.repeat(64) },
    reason: [{ lang: 'en', text: 'Not ours.', kind: 'original' }],
  } as const;
  const act = {
    declared: { as: ['operator'], rule: 'I-17' },
    commandId: 'c' as CommandId,
    bodyDigest: 'b' as Sha256,
    receivedAt: '2025-02-18T16:00:01.204Z' as Instant,
    writeBefore: Infinity,
    caller: caller('operator', null),
  } as const;

  it('dismiss a parked message in the name of the operator, and show it', async () => {
    const payload = new TextEncoder().encode(JSON.stringify(dismissed('m1', 'PARTIES')));
    const event = {
      ...{ type: 'MessageDismissed', sealing: null, contentType: 'application/json', payload, tier: 'PARTIES' },
      ...{ actor: dismissed('m1', 'PARTIES').by, occurredAt: act.receivedAt, stream: 'audit.dismissals-case-1' },
    } as unknown as RecordedEvent;
    outcome = { kind: 'done', state: [], revision: 0, events: [event], repeated: false };
    expect(await operations.dismiss(request, act, OPERATOR)).toEqual({
      ...request,
      ...{ key: 'intake/case-1', failure: 'Error', by: 'operator', at: act.receivedAt },
    });
    const { service: _, ...dismissal } = request;
    expect(asked).toEqual([
      {
        dismissal: { ...dismissal, at: act.receivedAt },
        actor: { kind: 'person', personId: 'operator', role: 'operator', party: null },
        ruleSetVersion: '2026-1',
      },
    ]);
  });

  it('dismiss nothing for anybody else, or against the rules of a dismissal', async () => {
    const byDesk = { ...act, caller: caller('desk', 'CN') };
    await expect(operations.dismiss(request, byDesk, OPERATOR)).rejects.toMatchObject({
      kind: { code: 'not-your-role' },
    });
    outcome = { kind: 'refused', refused: refuse(dismissalRefusals.digest, '/digest') };
    await expect(operations.dismiss(request, act, OPERATOR)).rejects.toMatchObject({
      kind: { code: 'parked-message-digest-differs', status: 422 },
    });
    await expect(operations.dismiss({ ...request, service: 'intake' }, act, OPERATOR)).rejects.toMatchObject({
      kind: { code: 'not-found' },
    });
  });

  it('show what was dismissed to the operator, and to the auditors what both parties may know', async () => {
    const shownTo = async (...who: Parameters<typeof caller>) =>
      (await operations.dismissed(caller(...who), OPERATOR)).items.map(({ id }) => id);
    expect(await shownTo('operator', null)).toEqual(['m1', 'm2']);
    expect(await shownTo('auditor', 'US')).toEqual(['m1']);
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

  it('rebuild a read model once for all who ask meanwhile, and anew for who asks later', async () => {
    const answers: ((rebuilt: Rebuilt) => void)[] = [];
    const rebuild = jest
      .spyOn(docket, 'rebuild')
      .mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    const ask = () => operations.rebuild({ service: 'audit', projection: 'docket' }, OPERATOR);
    const both = [ask(), ask()];
    await new Promise(setImmediate);
    for (const answer of answers) answer({ events: 7, seconds: 1, position: '7' as Rebuilt['position'] });
    expect(await Promise.all(both)).toEqual([
      { events: 7, seconds: 1 },
      { events: 7, seconds: 1 },
    ]);
    expect(rebuild).toHaveBeenCalledTimes(1);
    rebuild.mockRestore();
    expect(await ask()).toEqual({ events: 12, seconds: 0.1 });
  });

  it('rebuild a read model', async () => {
    expect(await operations.rebuild({ service: 'audit', projection: 'docket' }, OPERATOR)).toEqual({
      events: 12,
      seconds: 0.1,
    });
  });
});
