import { MAX_APPEND_BYTES } from '../append-limits';
import { verifyChain } from '../verify-chain';
import type { ContractSubject } from './contract-subject';
import { appendSome, fill, sampleEvents, someCommand, someStream } from './sample-events';

const ALL_BYTES = Uint8Array.from({ length: 1024 }, (_, n) => n % 256);

export function describeContent(subject: () => ContractSubject): void {
  describe('what is written', () => {
    it.each([
      ['every byte', ALL_BYTES],
      ['nothing', new Uint8Array(0)],
      ['half a character', Uint8Array.of(0xe7, 0xa8)],
      ['1 MB', new Uint8Array(1_000_000).fill(0xff)],
    ])('is read back byte by byte: %s', async (_name, payload) => {
      const { store } = subject();
      const [stream, commandId] = [someStream(), someCommand()];
      await store.append(stream, 'no-stream', sampleEvents(commandId, 1, payload), { commandId });
      const [event] = await store.read(stream);
      expect(Buffer.compare(event?.payload ?? new Uint8Array(), payload)).toBe(0);
      expect(verifyChain(stream, await store.read(stream))).toMatchObject({ kind: 'intact', events: 1 });
    });

    it('is the envelope that was handed in, with its place added', async () => {
      const { store } = subject();
      const [stream, commandId] = [someStream(), someCommand()];
      const [event] = sampleEvents(commandId);
      const given = {
        ...event!,
        delegation: 'd-1',
        sealing: 'key-1',
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      };
      const result = await store.append(stream, 'no-stream', [given], { commandId });
      const [read] = await store.read(stream);
      expect(read).toMatchObject({ ...given, stream, revision: 0, previous: null });
      expect(result).toMatchObject({ kind: 'appended', events: [read], position: read?.position });
    });

    it('does not change when its writer scribbles on the bytes', async () => {
      const { store } = subject();
      const [stream, commandId, payload] = [someStream(), someCommand(), Uint8Array.of(1, 2, 3)];
      await store.append(stream, 'no-stream', sampleEvents(commandId, 1, payload), { commandId });
      payload.fill(9);
      expect(verifyChain(stream, await store.read(stream))).toMatchObject({ kind: 'intact' });
    });

    it('is a chain of commitments, also over many appends and a big one', async () => {
      const { store } = subject();
      const stream = someStream();
      await appendSome(store, stream, 'no-stream', 3);
      await appendSome(store, stream, 2, 500);
      await appendSome(store, stream, 502);
      const history = await store.read(stream);
      expect(verifyChain(stream, history)).toEqual({ kind: 'intact', events: 504, head: history.at(-1)?.commitment });
      expect(history.every((event, n) => n === 0 || event.recordedAt >= (history[n - 1]?.recordedAt ?? ''))).toBe(true);
    });

    it('lies whole on the right side of a limit of 1 MiB, or not at all', async () => {
      const { store } = subject();
      const [stream, commandId] = [someStream(), someCommand()];
      const large = sampleEvents(commandId, 2, new Uint8Array(MAX_APPEND_BYTES / 2));
      await expect(store.append(stream, 'no-stream', large, { commandId })).rejects.toThrow(RangeError);
      await expect(store.append(stream, 'no-stream', [], { commandId })).rejects.toThrow(RangeError);
      expect(await store.read(stream)).toEqual([]);
      expect(await store.head()).toBe(store.start);
    });

    it('is read in parts, by revision', async () => {
      const { store } = subject();
      const stream = someStream();
      await appendSome(store, stream, 'no-stream', 10);
      const revisions = async (options: { from?: number; limit?: number }): Promise<readonly number[]> =>
        (await store.read(stream, options)).map((event) => event.revision);
      expect(await revisions({ from: 8 })).toEqual([8, 9]);
      expect(await revisions({ from: 2, limit: 3 })).toEqual([2, 3, 4]);
      expect(await revisions({ from: 10 })).toEqual([]);
      expect(await store.read(someStream())).toEqual([]);
    });

    it('stands in one order that agrees with each stream, also for many appends at once', async () => {
      const { store, elsewhere } = subject();
      const streams = await fill(store, 20);
      await Promise.all(
        streams.flatMap((stream, n) =>
          Array.from({ length: 5 }, () => appendSome(n % 2 ? store : elsewhere, stream, 'any', 2)),
        ),
      );
      const { events, caughtUp } = await store.readAll({ limit: 1000 });
      expect(events).toHaveLength(220);
      expect(caughtUp).toBe(true);
      expect(events.every((event, n) => n === 0 || store.compare(events[n - 1]!.position, event.position) < 0)).toBe(
        true,
      );
      for (const stream of streams)
        expect(events.filter((event) => event.stream === stream)).toEqual(await store.read(stream));
    });
  });
}
