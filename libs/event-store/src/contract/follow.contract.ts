import { PositionBeyondHeadError } from '../position-beyond-head.error';
import type { Position } from '../envelope';
import type { ContractSubject } from './contract-subject';
import { catchUp, eventsOf, eventsUntil, pagesUntil } from './following';
import { appendSome, fill, someStream } from './sample-events';

export function describeFollow(subject: () => ContractSubject): void {
  describe('a follower', () => {
    it('of an empty store is told at once that it has caught up', async () => {
      const { store } = subject();
      expect(await catchUp(store)).toEqual([{ events: [], position: store.start, caughtUp: true }]);
    });

    it('catches up page by page, then goes on live with what is written here and elsewhere', async () => {
      const { store, elsewhere } = subject();
      const streams = await fill(store, 7);
      let written = false;
      const pages = await pagesUntil(store, { pageSize: 3 }, (seen) => {
        if (seen.at(-1)?.caughtUp && !written) {
          written = true;
          void appendSome(store, someStream(), 'no-stream').then(() =>
            appendSome(elsewhere, someStream(), 'no-stream'),
          );
        }
        return eventsOf(seen).length === 9;
      });
      expect(
        eventsOf(pages)
          .slice(0, 7)
          .map((event) => event.stream),
      ).toEqual(streams);
      expect(pages.slice(0, 3).map((page) => [page.events.length, page.caughtUp])).toEqual([
        [3, false],
        [3, false],
        [1, true],
      ]);
    });

    it('resumes behind the position that it kept, though it was cut off in the middle of a page', async () => {
      const { store } = subject();
      const streams = await fill(store, 10);
      const [first] = await pagesUntil(store, { pageSize: 4 }, (pages) => pages.length === 2);
      const rest = eventsOf(await catchUp(store, { pageSize: 4, after: first!.position }));
      expect([...first!.events, ...rest].map((event) => event.stream)).toEqual(streams);
    });

    it('ends when its signal is aborted, also while it waits', async () => {
      const { store } = subject();
      const stop = new AbortController();
      for await (const page of store.follow({ signal: stop.signal }))
        if (page.caughtUp) setImmediate(() => stop.abort());
      expect(stop.signal.aborted).toBe(true);
    });

    it('sees only its categories, whole contexts included, and moves on over the others', async () => {
      const { store } = subject();
      await fill(store, 3, 'intake.case');
      await fill(store, 2, 'intake.docket');
      await fill(store, 4, 'evidence.exhibit');
      const seen = async (...categories: string[]): Promise<number> =>
        eventsOf(await catchUp(store, { categories, pageSize: 2 })).length;
      expect(await seen('intake.case')).toBe(3);
      expect(await seen('intake')).toBe(5);
      expect(await seen('intake.docket', 'evidence')).toBe(6);
      expect(await seen('intake.cas', 'int', 'panelreview')).toBe(0);
      expect((await catchUp(store, { categories: ['panelreview'] })).at(-1)?.position).toBe(await store.head());
      expect((await store.readAll({ categories: ['evidence'], limit: 3 })).events).toHaveLength(3);
    });

    it('is refused a position that the store never gave', async () => {
      const { store, beyond = '999' as Position } = subject();
      await expect(catchUp(store, { after: beyond })).rejects.toThrow(PositionBeyondHeadError);
      await expect(store.readAll({ after: beyond, limit: 1 })).rejects.toThrow(PositionBeyondHeadError);
    });

    it('misses nothing and doubles nothing while 16 writers write', async () => {
      const { store, elsewhere } = subject();
      const following = eventsUntil(elsewhere, { pageSize: 50, withinMs: 60_000 }, 16 * 50);
      await Promise.all(
        Array.from({ length: 16 }, async (_, writer) => {
          const stream = someStream();
          for (let n = 0; n < 50; n++)
            await appendSome(writer % 2 ? store : elsewhere, stream, n === 0 ? 'no-stream' : n - 1);
        }),
      );
      const seen = await following;
      expect(new Set(seen.map((event) => event.eventId)).size).toBe(800);
      expect(seen).toEqual((await store.readAll({ limit: 1000 })).events);
    });
  });
}
