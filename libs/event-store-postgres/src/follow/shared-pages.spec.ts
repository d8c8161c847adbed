import { passesCategories, type Page, type Position, type RecordedEvent } from '@parley/event-store';
import * as fc from 'fast-check';
import { SharedPages, type PageOptions } from './shared-pages';

const at = (position: number): Position => String(position) as Position;

/** A record in memory that counts how often it is read. */
class Counted {
  reads: PageOptions[] = [];
  failing = false;
  readonly events: RecordedEvent[] = [];

  add(...contexts: readonly string[]): void {
    for (const context of contexts)
      this.events.push({ stream: `${context}.case-1`, position: at(this.events.length + 1) } as RecordedEvent);
  }

  readonly readPage = async (options: PageOptions): Promise<Page> => {
    this.reads.push(options);
    if (this.failing) throw new Error('away');
    return this.page(options);
  };

  page({ after, categories, limit }: PageOptions): Page {
    const behind = this.events.filter(
      ({ position, stream }) => Number(position) > Number(after) && passesCategories(stream, categories),
    );
    const events = behind.slice(0, limit);
    const position = events.length < limit ? at(this.events.length) : (events.at(-1)?.position ?? after);
    return { events, position, caughtUp: Number(position) === this.events.length };
  }
}

describe('pages for several followers', () => {
  it('are read once for all who ask together, and give each its own', async () => {
    const record = new Counted();
    record.add('intake', 'evidence', 'intake');
    const shared = new SharedPages(record.readPage);
    const asks = [
      { after: at(0), limit: 10, categories: ['intake'] },
      { after: at(1), limit: 10 },
      { after: at(2), limit: 10, categories: ['evidence'] },
    ];
    const pages = await Promise.all(asks.map((ask) => shared.read(ask)));
    expect(pages.map(({ events }) => events.map(({ position }) => position))).toEqual([['1', '3'], ['2', '3'], []]);
    expect(pages.map(({ position, caughtUp }) => [position, caughtUp])).toEqual([
      ['3', true],
      ['3', true],
      ['3', true],
    ]);
    expect(record.reads).toHaveLength(1);
  });

  it('are read after who asks, never before', async () => {
    const record = new Counted();
    record.add('intake');
    const shared = new SharedPages(record.readPage);
    const first = Promise.all([shared.read({ after: at(0), limit: 10 }), shared.read({ after: at(0), limit: 10 })]);
    await new Promise((resolve) => setImmediate(resolve));
    record.add('intake');
    const late = shared.read({ after: at(0), limit: 10 });
    await first;
    expect((await late).position).toBe('2');
  });

  it('are one’s own for who is far behind or alone', async () => {
    const record = new Counted();
    record.add(...Array.from({ length: 2_000 }, () => 'intake'));
    const shared = new SharedPages(record.readPage);
    await shared.read({ after: at(1_999), limit: 10, categories: ['intake'] });
    await Promise.all([
      shared.read({ after: at(0), limit: 1_000, categories: ['intake'] }),
      shared.read({ after: at(1_999), limit: 10, categories: ['intake'] }),
    ]);
    expect(record.reads.map(({ after, limit, categories }) => [after, limit, categories])).toEqual([
      ['1999', 10, ['intake']],
      ['0', 1_000, ['intake']],
      ['1999', 10, ['intake']],
    ]);
  });

  it('fail for all who asked, and are read again for who asks again', async () => {
    const record = new Counted();
    record.add('intake');
    record.failing = true;
    const shared = new SharedPages(record.readPage);
    const ask = { after: at(0), limit: 10 };
    expect((await Promise.allSettled([shared.read(ask), shared.read(ask)])).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ]);
    record.failing = false;
    expect((await Promise.all([shared.read(ask), shared.read(ask)])).map(({ position }) => position)).toEqual([
      '1',
      '1',
    ]);
  });

  it('take every follower past every event that is for it, in order and once, whatever pages it asks for', async () => {
    const follower = fc.record({
      categories: fc.subarray(['intake', 'evidence', 'audit'], { minLength: 1 }),
      limit: fc.integer({ min: 1, max: 7 }),
      from: fc.nat(40),
    });
    const record = fc.array(fc.constantFrom('intake', 'evidence', 'audit'), { minLength: 40, maxLength: 1_200 });
    await fc.assert(
      fc.asyncProperty(record, fc.array(follower, { minLength: 2, maxLength: 6 }), async (contexts, followers) => {
        const kept = new Counted();
        kept.add(...contexts);
        const shared = new SharedPages(kept.readPage);
        await Promise.all(
          followers.map(async ({ categories, limit, from }) => {
            const seen: RecordedEvent[] = [];
            for (let after = at(from), caughtUp = false; !caughtUp;) {
              const page = await shared.read({ after, limit, categories });
              seen.push(...page.events);
              ({ position: after, caughtUp } = page);
            }
            expect(seen).toEqual(kept.page({ after: at(from), limit: Infinity, categories }).events);
          }),
        );
      }),
      { numRuns: 40 },
    );
  });
});
