import {
  accept,
  refuse,
  type Capacity,
  type CommandId,
  type Decider,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type Role,
  type Sha256,
} from '@parley/kernel';
import { wrappedStore } from './wrapped-store';
import { knowing, LaterEventError } from './event-kinds';
import type { EventStore } from './event-store';
import { handleCommand, type CommandContext } from './handle-command';
import { InMemoryEventStore } from './in-memory/in-memory-event-store';
import { streamName } from './stream-name';

type Counted = DomainEvent<'Counted', { readonly to: number }>;
const full = { code: 'full', rule: 'S1', en: 'It is full.', 'zh-Hans': '已满。' } as const;

/** Counts up to three; a command of 0 records nothing. */
const counter: Decider<number, number, Counted> = {
  initial: 0,
  decide(by, count) {
    if (count + by > 3) return refuse(full);
    const event = { type: 'Counted', data: { to: count + by }, occurredAt: now, rule: 'S1', tier: 'PUBLIC' } as const;
    return by === 0 ? accept() : accept(event);
  },
  evolve: (_count, event) => event.data.to,
};

const now = '2025-02-05T08:00:00.000Z' as Instant;
const stream = streamName('spec.counter', '1');
const context = (id: string, more: Partial<CommandContext> = {}): CommandContext => ({
  commandId: id as CommandId,
  cause: { kind: 'command', id: id as CommandId, bodyDigest: 'ab'.repeat(32) as Sha256 },
  actor: { kind: 'system', process: 'spec' },
  ruleSetVersion: '2026-1',
  ...more,
});

describe('a command', () => {
  let store: EventStore;
  const send = (by: number, sent: CommandContext) => handleCommand(store, counter, stream, by, sent);
  beforeEach(() => {
    store = new InMemoryEventStore({ clock: { now: () => now } });
  });

  it('is not decided where a newer version has recorded what this one does not know, nor answered again', async () => {
    await send(1, context('a'));
    const older = knowing(store, ({ revision }) => revision > 0);
    for (const id of ['a', 'b'])
      await expect(handleCommand(older, counter, stream, 1, context(id))).rejects.toThrow(LaterEventError);
    expect(await store.read(stream)).toHaveLength(1);
    // Another wrapper around the store does not make it know more.
    await expect(handleCommand(wrappedStore(older, {}), counter, stream, 1, context('c'))).rejects.toThrow(
      LaterEventError,
    );
  });

  describe('of a person in a case (I-05)', () => {
    const by = (id: string, role: Role, party = 'US', capacity?: Capacity): CommandContext =>
      context(id, {
        actor: { kind: 'person', personId: 'p' as PersonId, role, party: party as PartyCode },
        inCase: { capacity },
      });
    const inTwo = { kind: 'refused', refused: { reason: { code: 'two-capacities-in-case', status: 403 } } };

    it('is refused in another capacity than the first, or for the other side, and done in the same', async () => {
      await send(1, by('a', 'desk'));
      for (const other of [by('b', 'panel'), by('c', 'cohead'), by('d', 'desk', 'CN')])
        expect(await send(1, other)).toMatchObject(inTwo);
      expect(await send(1, by('e', 'desk'))).toMatchObject({ kind: 'done', state: 2 });
      expect(await send(1, by('f', 'auditor'))).toMatchObject({ kind: 'done', state: 3 });
    });

    it('is refused where the first was in another part of the case, after what the act’s own rules say', async () => {
      const elsewhere = { role: 'registry', party: 'US' as PartyCode } as const;
      expect(await send(1, by('a', 'desk', 'US', elsewhere))).toMatchObject(inTwo);
      expect(await send(4, by('b', 'desk', 'US', elsewhere))).toMatchObject({ refused: { reason: full } });
      expect(await send(1, by('c', 'registry', 'US', elsewhere))).toMatchObject({ kind: 'done' });
    });

    it('is one of two at most, when both are sent at once', async () => {
      const outcomes = await Promise.all([send(1, by('a', 'desk')), send(1, by('b', 'cohead'))]);
      expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
    });
  });

  it('is decided on what the stream says, and recorded', async () => {
    await send(1, context('a'));
    expect(await send(1, context('b'))).toMatchObject({ kind: 'done', state: 2, revision: 1, repeated: false });
  });

  it('that comes again has the answer of then, though much happened since', async () => {
    await send(1, context('a'));
    await send(2, context('b'));
    expect(await send(1, context('a'))).toMatchObject({ kind: 'done', state: 1, revision: 0, repeated: true });
    expect(await store.read(stream)).toHaveLength(2);
  });

  it('that comes again with another body is told so, and writes nothing', async () => {
    await send(1, context('a'));
    const other = context('a', {
      cause: { kind: 'command', id: 'a' as CommandId, bodyDigest: 'cd'.repeat(32) as Sha256 },
    });
    expect(await send(2, other)).toEqual({ kind: 'key-reused' });
    expect(await store.read(stream)).toHaveLength(1);
  });

  it('that is refused, or has nothing to record, leaves no trace', async () => {
    expect(await send(4, context('a'))).toMatchObject({ kind: 'refused', refused: { reason: { code: 'full' } } });
    expect(await send(0, context('b'))).toMatchObject({ kind: 'done', revision: -1, events: [] });
    expect(await store.read(stream)).toEqual([]);
  });

  it('that opens its stream is recorded without a look at it', async () => {
    let reads = 0;
    const counted = wrappedStore(store, { read: (...asked) => ((reads += 1), store.read(...asked)) });
    expect(await handleCommand(counted, counter, stream, 1, context('a', { opensStream: true }))).toMatchObject({
      kind: 'done',
      state: 1,
      revision: 0,
    });
    expect(reads).toBe(0);
  });

  it(
    'that opens its stream is answered as then when it comes again, though it would ' + 'be refused or late now',
    async () => {
      await send(1, context('a', { opensStream: true }));
      await send(2, context('b'));
      for (const [by, more] of [
        [1, {}],
        [4, {}],
        [1, { writeBefore: 0 }],
      ] as const) {
        expect(await send(by, context('a', { opensStream: true, ...more }))).toMatchObject({
          kind: 'done',
          state: 1,
          revision: 0,
          repeated: true,
        });
      }
      const other = context('a', {
        opensStream: true,
        cause: { kind: 'command', id: 'a' as CommandId, bodyDigest: 'cd'.repeat(32) as Sha256 },
      });
      expect(await send(1, other)).toEqual({ kind: 'key-reused' });
      expect(await store.read(stream)).toHaveLength(2);
    },
  );

  it('that opens a stream which another has opened is decided on what that one left', async () => {
    await send(2, context('b'));
    expect(await send(1, context('a', { opensStream: true }))).toMatchObject({ kind: 'done', state: 3, revision: 1 });
    expect(await send(1, context('c', { opensStream: true }))).toMatchObject({ kind: 'refused' });
  });

  it('with a revision is decided at that revision only', async () => {
    expect(await send(1, context('a', { ifRevision: 0 }))).toEqual({ kind: 'stale', revision: -1 });
    await send(1, context('b'));
    expect(await send(1, context('c', { ifRevision: 0 }))).toMatchObject({ kind: 'done', revision: 1 });
  });

  it('that loses a race is decided anew on what the winner left', async () => {
    const outcomes = await Promise.all(['a', 'b', 'c', 'd'].map((id) => send(1, context(id))));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'done', 'done', 'refused']);
    expect((await store.read(stream)).length).toBe(3);
  });

  it('that is sent twice at once at one revision is done once and answered alike', async () => {
    const twins = await Promise.all([1, 2].map(() => send(1, context('a', { ifRevision: -1 }))));
    expect(twins).toMatchObject([
      { kind: 'done', state: 1 },
      { kind: 'done', state: 1 },
    ]);
    expect(await store.read(stream)).toHaveLength(1);
  });

  it('gives up when others keep winning', async () => {
    const lost = wrappedStore(store, { append: () => Promise.resolve({ kind: 'conflict', actual: 0 }) });
    expect(await handleCommand(lost, counter, stream, 1, context('a'))).toEqual({ kind: 'contended' });
  });

  it(
    'that could not be decided in its time writes nothing, so that a default may be ' + 'decided after it (I-19)',
    async () => {
      expect(await send(1, context('a', { writeBefore: performance.now() }))).toEqual({ kind: 'delayed' });
      expect(await store.read(stream)).toEqual([]);
      expect(await send(1, context('a', { writeBefore: performance.now() + 60_000 }))).toMatchObject({ kind: 'done' });
      expect(await send(1, context('a', { writeBefore: 0 }))).toMatchObject({ kind: 'done', repeated: true });
    },
  );
});
