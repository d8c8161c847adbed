import {
  encodePayload,
  FaultyEventError,
  linkEvents,
  MAX_APPEND_BYTES,
  streamName,
  verifyChain,
  type EventFault,
} from '@parley/event-store';
import { appendSome, sampleEvents, someCommand, someStream } from '@parley/event-store/contract';
import { instantFromMillis, type Clock } from '@parley/kernel';
import type { Logged } from '../testing/double/record-log';
import { createDoubleSubject, realClock, type DoubleSubject } from '../testing/double-subject';

let subject: DoubleSubject;

beforeEach(async () => {
  subject = await createDoubleSubject('&defaultDeadline=250');
});
afterEach(() => subject.close());

describe('an append whose answer got lost', () => {
  it('is sent again and written once, and is no duplicate to its caller', async () => {
    const { store, double } = subject;
    const [stream, commandId] = [someStream(), someCommand()];
    double.faults.unansweredAppends = 2;
    expect(await store.append(stream, 'no-stream', sampleEvents(commandId, 2), { commandId })).toMatchObject({
      kind: 'appended',
      revision: 1,
      duplicate: false,
    });
    expect(double.log.stream(stream)).toHaveLength(2);
    expect(double.appends).toHaveLength(1);
  });

  it('is found where it was written when its caller gives up and comes again later, at another process', async () => {
    const { store, double, open } = subject;
    const [stream, commandId] = [someStream(), someCommand()];
    double.faults.unansweredAppends = 5;
    await expect(store.append(stream, 'no-stream', sampleEvents(commandId), { commandId })).rejects.toThrow(
      /did not answer in time/,
    );
    double.faults.unansweredAppends = 0;
    await appendSome(open(), stream, 0);
    expect(await open().append(stream, 'no-stream', sampleEvents(commandId), { commandId })).toMatchObject({
      kind: 'appended',
      revision: 0,
      duplicate: true,
    });
    expect(double.log.stream(stream)).toHaveLength(2);
  });

  it(
    'is written though the server drops it without a word, as it does with a repeated one ' +
      'that is not replicated yet',
    async () => {
      const { store, double } = subject;
      double.faults.droppedAppends = 2;
      expect(await appendSome(store, someStream(), 'no-stream')).toMatchObject({ kind: 'appended', duplicate: false });
    },
  );

  it('keeps its chain when another process wrote in between', async () => {
    const { store, elsewhere, double } = subject;
    const stream = someStream();
    await appendSome(store, stream, 'no-stream');
    double.faults.droppedAppends = 1;
    const [late, between] = await Promise.all([appendSome(store, stream, 'any'), appendSome(elsewhere, stream, 'any')]);
    expect([late.kind, between.kind]).toEqual(['appended', 'appended']);
    expect(verifyChain(stream, await store.read(stream))).toMatchObject({ kind: 'intact', events: 3 });
  });
});

describe('a command that comes again', () => {
  it.each(['any', 'stream-exists', 1] as const)(
    'is known to a process that never saw it, at the revision where the server would write it twice: %p',
    async (expected) => {
      const { store, double, open } = subject;
      const [stream, commandId] = [someStream(), someCommand()];
      const first = await store.append(stream, 'no-stream', sampleEvents(commandId, 2), { commandId });
      expect(await open().append(stream, expected, sampleEvents(commandId, 2), { commandId })).toEqual({
        ...first,
        duplicate: true,
      });
      expect(double.log.stream(stream)).toHaveLength(2);
    },
  );

  it('with other content gets what was written then, for the caller to compare', async () => {
    const { store, open } = subject;
    const [stream, commandId] = [someStream(), someCommand()];
    const first = await store.append(stream, 'no-stream', sampleEvents(commandId), { commandId });
    const other = sampleEvents(commandId, 1, Uint8Array.of(7));
    expect(await open().append(stream, 'no-stream', other, { commandId })).toEqual({ ...first, duplicate: true });
  });
});

describe('the server', () => {
  it('is asked at an exact revision only, whatever the caller expects', async () => {
    const { store, double } = subject;
    const asked: unknown[] = [];
    const append = double.log.append.bind(double.log);
    double.log.append = (stream, expected, events) => {
      asked.push(expected);
      return append(stream, expected, events);
    };
    const stream = someStream();
    for (const expected of ['any', 'stream-exists', 'any', 2] as const) await appendSome(store, stream, expected);
    expect(asked).toEqual(['no-stream', 0, 1, 2]);
  });

  it('gets payloads as bytes and nothing that it could take for JSON', async () => {
    const { store, double } = subject;
    await appendSome(store, someStream(), 'no-stream');
    expect(double.appends[0]?.events.map(({ contentType }) => contentType)).toEqual(['application/octet-stream']);
  });

  it('takes all that the port allows, to the last byte', async () => {
    const { store } = subject;
    const [stream, commandId] = [someStream(), someCommand()];
    const [event] = sampleEvents(commandId, 1, new Uint8Array());
    const traced = { ...event!, traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };
    const [link] = linkEvents(stream, null, [traced], realClock.now());
    const payload = new Uint8Array(MAX_APPEND_BYTES - Buffer.byteLength(link!.header));
    expect(await store.append(stream, 'no-stream', [{ ...traced, payload }], { commandId })).toMatchObject({
      kind: 'appended',
    });
    await expect(
      store.append(someStream(), 'no-stream', [{ ...traced, payload: new Uint8Array(payload.byteLength + 1) }], {
        commandId,
      }),
    ).rejects.toThrow(RangeError);
  });

  it('is not asked for what it would count as too large, though the port would let it pass', async () => {
    const { store, double } = subject;
    const [stream, commandId] = [someStream(), someCommand()];
    const type = 'A'.repeat(600);
    const [event] = sampleEvents(commandId, 1, new Uint8Array(MAX_APPEND_BYTES - 1_400));
    await expect(store.append(stream, 'no-stream', [{ ...event!, type }], { commandId })).rejects.toThrow(RangeError);
    expect(double.appends).toEqual([]);
  });
});

describe('what the server gives back', () => {
  const clockAt = (apartMs: number): Clock => ({ now: () => instantFromMillis(Date.now() + apartMs) });

  it('shows a clock that is not the server’s, which writes nothing more until it is', async () => {
    const { double, open } = subject;
    for (const apartMs of [-60_000, 60_000]) {
      let apart = apartMs;
      const store = open({ clock: { now: () => clockAt(apart).now() } });
      const stream = someStream();
      // The first append of a process teaches it the server's time.
      await appendSome(store, stream, 'no-stream');
      await expect(appendSome(store, stream, 0)).rejects.toThrow(new FaultyEventError(stream, 'time'));
      expect(double.log.stream(stream)).toHaveLength(1);
      apart = 2_000;
      expect(await appendSome(store, stream, 0)).toMatchObject({ kind: 'appended' });
    }
  });

  it('may be as far from the clock as a demonstration’s is, by the record', async () => {
    const { open } = subject;
    const offsetMs = -31_536_000_000;
    const store = open({ clock: clockAt(offsetMs), context: ['intake', 'platform'] });
    const commandId = someCommand();
    const [move] = sampleEvents(commandId, 1, encodePayload({ offsetMs }));
    await store.append(streamName('platform.democlock', '1'), 'no-stream', [move!], { commandId });
    expect(await appendSome(store, someStream(), 'no-stream')).toMatchObject({ kind: 'appended' });
    const other = open({ clock: clockAt(0) });
    await appendSome(other, someStream(), 'no-stream');
    await expect(appendSome(other, someStream(), 'no-stream')).rejects.toThrow(FaultyEventError);
  });

  it('is not linked to where it was altered, taken away or put under another name', async () => {
    const { store, double, open } = subject;
    for (const [fault, tamper] of [
      ['header', (log) => void (log[1] = { ...log[1]!, data: Buffer.from('altered') })],
      ['link', (log) => void (log[1] = { ...log[2]!, revision: 1 })],
      ['link', (log) => void (log[0] = { ...log[1]!, revision: 0 })],
    ] as readonly [EventFault, (log: Logged[]) => void][]) {
      const stream = someStream();
      await appendSome(store, stream, 'no-stream', 3);
      tamper(double.log.stream(stream) as Logged[]);
      await expect(appendSome(open(), stream, 'any')).rejects.toThrow(new FaultyEventError(stream, fault));
      expect(double.log.stream(stream)).toHaveLength(3);
    }
  });
});

describe('a context', () => {
  it('appends to its own streams and to no others', async () => {
    const { open, store } = subject;
    const intake = open({ context: 'intake' });
    expect(await appendSome(intake, someStream('intake.case'), 'no-stream')).toMatchObject({ kind: 'appended' });
    await expect(appendSome(intake, someStream('evidence.exhibit'), 'no-stream')).rejects.toThrow(
      /a store of intake may not append to stream evidence\.exhibit-/,
    );
    await expect(appendSome(open({ context: [] }), someStream('intake.case'), 'no-stream')).rejects.toThrow(
      /a store of no context may not append/,
    );
    expect((await store.readAll({ limit: 10 })).events).toHaveLength(1);
  });
});
