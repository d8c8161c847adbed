import type { ContractSubject } from './contract-subject';
import { appendSome, sampleEvents, someCommand, someStream } from './sample-events';

export function describeDuplicates(subject: () => ContractSubject): void {
  describe('a command that comes twice', () => {
    it('is written once and gets the answer of then', async () => {
      const { store } = subject();
      const [stream, commandId] = [someStream(), someCommand()];
      const first = await store.append(stream, 'no-stream', sampleEvents(commandId, 2), { commandId });
      const second = await store.append(stream, 'no-stream', sampleEvents(commandId, 2), { commandId });
      expect(second).toEqual({ ...first, duplicate: true });
      expect(await store.read(stream)).toHaveLength(2);
    });

    it('is known after other events, whatever revision the second one expects', async () => {
      const { store } = subject();
      const [stream, commandId] = [someStream(), someCommand()];
      const first = await store.append(stream, 'no-stream', sampleEvents(commandId, 2), { commandId });
      await appendSome(store, stream, 1, 3);
      for (const expected of ['no-stream', 'any', 'stream-exists', 1, 4, 77] as const) {
        expect(await store.append(stream, expected, sampleEvents(commandId, 2), { commandId })).toEqual({
          ...first,
          duplicate: true,
        });
      }
      expect(await store.read(stream)).toHaveLength(5);
    });

    it('gets all that it wrote then, though its retry decided for less', async () => {
      const { store } = subject();
      const [stream, commandId] = [someStream(), someCommand()];
      const first = await store.append(stream, 'no-stream', sampleEvents(commandId, 3), { commandId });
      await appendSome(store, stream, 2);
      expect(await store.append(stream, 'any', sampleEvents(commandId, 1), { commandId })).toEqual({
        ...first,
        duplicate: true,
      });
    });

    it('is written once when it comes at the same moment, here and elsewhere', async () => {
      const { store, elsewhere } = subject();
      const [stream, commandId] = [someStream(), someCommand()];
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          (n % 2 ? store : elsewhere).append(stream, 'no-stream', sampleEvents(commandId, 2), { commandId }),
        ),
      );
      expect(results.filter((result) => result.kind === 'appended' && !result.duplicate)).toHaveLength(1);
      expect(results.map((result) => (result.kind === 'appended' ? result.position : null))).toEqual(
        Array(20).fill((await store.read(stream)).at(-1)?.position),
      );
    });

    it('is refused when its event ids belong to another stream', async () => {
      const { store } = subject();
      const commandId = someCommand();
      await store.append(someStream(), 'no-stream', sampleEvents(commandId), { commandId });
      await expect(store.append(someStream(), 'no-stream', sampleEvents(commandId), { commandId })).rejects.toThrow(
        RangeError,
      );
    });

    it('is refused when an id of its stream comes behind a new one, or one id twice', async () => {
      const { store } = subject();
      const [stream, one, other] = [someStream(), someCommand(), someCommand()];
      await store.append(stream, 'no-stream', sampleEvents(one), { commandId: one });
      for (const [first, second] of [
        [other, one],
        [other, other],
      ] as const) {
        const events = [...sampleEvents(first), ...sampleEvents(second)];
        await expect(store.append(stream, 0, events, { commandId: other })).rejects.toThrow(RangeError);
      }
      expect(await store.read(stream)).toHaveLength(1);
    });

    it('does not fail the others that are written at the same moment', async () => {
      const { store } = subject();
      const commandId = someCommand();
      await store.append(someStream(), 'no-stream', sampleEvents(commandId), { commandId });
      const faulty = store
        .append(someStream(), 'no-stream', sampleEvents(commandId), { commandId })
        .catch(() => 'refused');
      const others = await Promise.all(Array.from({ length: 30 }, () => appendSome(store, someStream(), 'no-stream')));
      expect(await faulty).toBe('refused');
      expect(others.map((result) => result.kind)).toEqual(Array(30).fill('appended'));
    });
  });
}
