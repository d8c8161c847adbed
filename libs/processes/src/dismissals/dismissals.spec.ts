import { setTimeout as delay } from 'node:timers/promises';
import { commandIdOf, domainEventOf, type InMemoryEventStore, type StreamName } from '@parley/event-store';
import type { Instant, PersonId, Sha256 } from '@parley/kernel';
import { hasHeard, recordProgress } from '@parley/messaging';
import { createServiceDatabase, type ServiceDatabase } from '@parley/messaging/testing';
import {
  HearingProcess,
  message,
  messages,
  recordOfItsOwn,
  unread,
  type ProcessOptions,
} from '../testing/hearing-process';
import type { MessageDismissed } from './dismissal.rules';

const AT = '2025-02-21T16:00:00.000Z' as Instant;
const REASON = [{ lang: 'en', text: 'It was never ours to read.', kind: 'original' }] as const;
const actor = { kind: 'person', personId: 'operator' as PersonId, role: 'operator', party: null } as const;

const contextOf = (key: string) => {
  const commandId = commandIdOf('operator', key);
  const bodyDigest = commandIdOf(key) as unknown as Sha256;
  return { commandId, cause: { kind: 'command', id: commandId, bodyDigest }, actor, ruleSetVersion: '2026-1' } as const;
};

describe('the dismissal of what is parked', () => {
  let database: ServiceDatabase;
  let store: InMemoryEventStore;
  let running: HearingProcess[];
  beforeEach(async () => {
    database = await createServiceDatabase('things');
    store = recordOfItsOwn();
    running = [];
  });
  afterEach(async () => {
    await Promise.all(running.map((each) => each.stop()));
    await database.drop();
  });

  const start = (options?: ProcessOptions): HearingProcess => {
    const started = new HearingProcess(database.dataSource, { store, ...options });
    running.push(started);
    return started;
  };
  /** Dismisses the first parked message, or another one by its place, under another id or digest where one is given. */
  const dismiss = async (
    { dismissals, hearing }: HearingProcess,
    key: string,
    { at = 0, ...asked }: { readonly at?: number; readonly id?: string; readonly digest?: string } = {},
  ) => {
    const found = (await hearing.parked())[at];
    const { work = 'hearing', id = '', digest = '' } = { ...found, ...asked };
    return dismissals.dismiss({ work, id, digest: digest as Sha256, reason: REASON, at: AT }, contextOf(key));
  };
  const inStream = async (name: string): Promise<readonly MessageDismissed[]> =>
    (await store.read(name as StreamName)).map((event) => domainEventOf(event) as MessageDismissed);

  it('lets its case go on, and stands in the stream of the case: what, why, and for both parties to read', async () => {
    const started = start();
    started.broken.add('a1');
    await started.hear(...messages('a1', 'a2', 'b1'));
    const [first] = await started.hearing.parked();
    expect(await dismiss(started, 'one')).toMatchObject({ kind: 'done' });
    await started.hearing.idle();
    expect([started.answered, await started.hearing.parked()]).toEqual([['b1', 'a2'], []]);
    expect(await inStream('things.dismissals-a')).toEqual([
      {
        type: 'MessageDismissed',
        occurredAt: AT,
        rule: 'I-17',
        tier: 'PARTIES',
        data: {
          ...{ work: 'hearing', id: first?.id, key: 'intake/a', about: 'parley.intake.v1.Told' },
          ...{ digest: first?.digest, failure: 'Error: its words are in the log alone', reason: REASON },
        },
      },
    ]);
    expect(await started.dismissals.list()).toMatchObject([{ id: first?.id, by: actor, at: AT, reason: REASON }]);
  });

  it('lets go of what waits until its case was heard (I-17)', async () => {
    const started = start();
    started.broken.add('a1');
    await started.hear(message('a1'));
    await recordProgress(database.dataSource.manager, 'things', ['intake'], AT);
    const isHeard = () =>
      hasHeard(database.dataSource.manager, { group: 'things', contexts: ['intake'], subject: 'a', instant: AT });
    expect(await isHeard()).toBe(false);
    await dismiss(started, 'one');
    expect(await isHeard()).toBe(true);
  });

  it('is done once: sent again it is answered alike, and asked anew it is refused', async () => {
    const started = start();
    started.broken.add('a1');
    await started.hear(message('a1'));
    const [first] = await started.hearing.parked();
    const again = { id: first!.id, digest: first!.digest };
    await dismiss(started, 'one');
    expect(await dismiss(started, 'one', again)).toMatchObject({ kind: 'done', repeated: true });
    expect(await dismiss(started, 'two', again)).toMatchObject({
      kind: 'refused',
      refused: { reason: { code: 'parked-message-dismissed' } },
    });
    expect(await inStream('things.dismissals-a')).toHaveLength(1);
  });

  it('waits for what is being tried again, and is refused where that went well: what is done stays done', async () => {
    const { promise: letGo, resolve } = Promise.withResolvers<undefined>();
    let tries = 0;
    const answer = async (): Promise<void> => {
      tries += 1;
      if (tries <= 2) throw new Error('not yet');
      await letGo;
    };
    const started = start({ reaction: { answer } });
    await started.hear(message('a1'));
    const replayed = started.hearing.replayParked();
    while (tries < 3) await delay(1);
    const dismissed = dismiss(started, 'one');
    await delay(50);
    resolve(undefined);
    expect(await replayed).toBe(1);
    expect(await dismissed).toMatchObject({
      kind: 'refused',
      refused: { reason: { code: 'parked-message-not-found' } },
    });
    expect(await inStream('things.dismissals-a')).toEqual([]);
  });

  it.each([
    ['of what is not there', { id: 'nowhere' }, 'parked-message-not-found'],
    ['of what was not looked at', { digest: 'f'.repeat(64) }, 'parked-message-digest-differs'],
    ['of what only waits behind it', { at: 1 }, 'parked-message-only-waits'],
  ])('is refused %s', async (_, asked, code) => {
    const started = start();
    started.broken.add('a1');
    await started.hear(...messages('a1', 'a2'));
    expect(await dismiss(started, 'one', asked)).toMatchObject({ kind: 'refused', refused: { reason: { code } } });
    expect(await started.hearing.parked()).toHaveLength(2);
  });

  it('shows another digest for other bytes, and for another message of the same', async () => {
    const started = start();
    for (const text of ['a1', 'b1', 'c2']) started.broken.add(text);
    await started.hear(...messages('a1', 'b1', 'c2'));
    const digests = (await started.hearing.parked()).map(({ digest }) => digest);
    expect(new Set(digests).size).toBe(3);
    for (const digest of digests) expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keeps it away when it comes again, over a restart, and where all tables are made again', async () => {
    const first = start();
    const told = message('a1');
    first.broken.add('a1');
    await first.hear(told);
    await dismiss(first, 'one');
    await first.hear(told);
    await first.stop();
    for (const table of ['checkpoint', 'work', 'dismissed', 'feed_progress'])
      await database.dataSource.query(`DELETE FROM things.${table}`);
    await database.dataSource.query('ALTER TABLE things.facts DISABLE TRIGGER ALL');
    await database.dataSource.query('DELETE FROM things.facts');
    const second = start();
    await second.hear(told, message('a2'));
    expect([first.answered, second.answered, await second.hearing.parked()]).toEqual([[], ['a2'], []]);
    expect(await second.dismissals.list()).toHaveLength(1);
  });

  it('is taken up by the next process where one ended between the record and its tables', async () => {
    const first = start();
    first.broken.add('a1');
    await first.hear(message('a1'));
    await dismiss(first, 'one');
    await first.stop();
    for (const table of ['checkpoint', 'dismissed']) await database.dataSource.query(`DELETE FROM things.${table}`);
    await database.dataSource.query(
      `INSERT INTO things.work (kind, id, key, body, recorded_at, reason, parked_at)
       SELECT 'hearing', message_id, 'intake/a', 'null', now(), 'Error', now() FROM things.facts WHERE data = 'a1'`,
    );
    const second = start();
    while ((await second.hearing.parked()).length > 0) await delay(1);
    await second.hear(message('a2'));
    expect(second.answered).toEqual(['a2']);
  });

  it('is of the service, and of no case, where nobody can read it', async () => {
    const started = start();
    await started.feed.deliverPage({ events: [], unread: [unread(7)] });
    expect(await dismiss(started, 'one')).toMatchObject({ kind: 'done' });
    expect(await inStream('things.dismissals-service')).toMatchObject([
      { tier: 'PARTIES', data: { id: 'topic/0/7', about: null } },
    ]);
    await started.feed.deliverPage({ events: [], unread: [unread(7)] });
    expect(await started.hearing.parked()).toEqual([]);
  });

  it('stays out of the history of the case where it is not for both parties to know (I-45)', async () => {
    const started = start();
    for (const text of ['a1', 'b1']) started.broken.add(text);
    await started.hear({ ...message('a1'), tier: 'FILER' }, { ...message('b1'), tier: 'DESKS' });
    await dismiss(started, 'one');
    await dismiss(started, 'two');
    expect(await inStream('things.dismissals-a')).toEqual([]);
    expect(await inStream('things.dismissals-service')).toMatchObject([{ tier: 'FILER' }]);
    expect(await inStream('things.dismissals-b')).toMatchObject([{ tier: 'DESKS' }]);
  });
});
