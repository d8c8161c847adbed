import { instantFromMillis } from '@parley/kernel';
import type { EventStore, ExpectedRevision } from '../event-store';
import { FaultyEventError } from '../faulty-event.error';
import type { StreamName } from '../stream-name';
import type { ContractSubject } from './contract-subject';
import { appendSome, someStream } from './sample-events';

/** What a store with a clock of its own promises of the clocks of its writers. */
export function describeClock(subject: () => ContractSubject): void {
  describe('a writer whose clock is not that of the store', () => {
    const writing = (apartMs: number): EventStore => {
      const store = subject().openWith?.({ now: () => instantFromMillis(Date.now() + apartMs) });
      if (store === undefined) throw new Error('the subject has no clock of its own');
      return store;
    };

    it('is refused, by one event or many, in a new stream or an old one, and nothing is written', async () => {
      const { store } = subject();
      const stream = someStream();
      await appendSome(store, stream, 'no-stream');
      const refused = async (apartMs: number, to: StreamName, ...given: readonly [ExpectedRevision, number]) =>
        expect(appendSome(writing(apartMs), to, ...given)).rejects.toThrow(new FaultyEventError(to, 'time'));
      for (const apartMs of [-3_600_000, 7_000]) {
        await refused(apartMs, someStream(), 'no-stream', 1);
        await refused(apartMs, someStream(), 'no-stream', 3);
      }
      await refused(7_000, stream, 0, 2);
      expect((await store.readAll({ limit: 9 })).events).toHaveLength(1);
      expect(await appendSome(store, stream, 0, 2)).toMatchObject({ kind: 'appended' });
    });

    it('may be some seconds from it, as clocks of two machines are', async () => {
      for (const apartMs of [-2_000, 2_000])
        expect(await appendSome(writing(apartMs), someStream(), 'no-stream')).toMatchObject({ kind: 'appended' });
    });
  });
}
