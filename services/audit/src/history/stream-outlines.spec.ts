import type { RecordedEvent } from '@parley/event-store';
import fc from 'fast-check';
import { StreamOutlines } from './stream-outlines';

/** An event of a stream, as far as stubs are made of it; what nobody may be told is in it as well. */
const eventOf = (stream: string, revision: number) =>
  ({
    ...{
      stream,
      revision,
      previous: revision === 0 ? null : `c${String(revision - 1)}`,
      commitment: `c${String(revision)}`,
    },
    ...{ type: 'Secret', eventId: 'secret', recordedAt: 'secret', occurredAt: 'secret', payload: new Uint8Array(1) },
  }) as unknown as RecordedEvent;

/** @param read for each event of the stream whether its reader reads it */
function outlineOf(read: readonly boolean[], stream = 'a.b-1') {
  const outlines = new StreamOutlines();
  for (const [revision, isRead] of read.entries()) outlines.add(eventOf(stream, revision), isRead);
  return { stubs: outlines.stubs(), heads: outlines.heads() };
}

describe('what is told of events that a reader may not read', () => {
  it('is that they stand between two that the reader reads, and nothing else of them', () => {
    expect(outlineOf([true, false, false, true])).toEqual({
      stubs: [
        { stream: 'a.b-1', revision: 1, previous: 'c0', commitment: 'c1' },
        { stream: 'a.b-1', revision: 2, previous: 'c1', commitment: 'c2' },
      ],
      heads: [{ stream: 'a.b-1', revision: 3, commitment: 'c3' }],
    });
  });

  it('is nothing of what stands behind the last one that the reader reads (I-14, I-76)', () => {
    const { stubs, heads } = outlineOf([true, false, false]);
    expect([stubs, heads.map(({ revision }) => revision)]).toEqual([[], [0]]);
  });

  it('is nothing of a stream of which the reader reads nothing, not even its name', () => {
    expect(outlineOf([false, false])).toEqual({ stubs: [], heads: [] });
  });

  it('is never more than the event that follows says by its revision, and leaves no link of the reader’s open', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 12 }), (read) => {
        const last = read.lastIndexOf(true);
        const { stubs, heads } = outlineOf(read);
        expect(heads.map(({ revision }) => revision)).toEqual(last < 0 ? [] : [last]);
        const told = [...stubs.map(({ revision }) => revision), ...read.flatMap((isRead, at) => (isRead ? [at] : []))];
        expect(told.toSorted((a, b) => a - b)).toEqual(Array.from({ length: last + 1 }, (_, at) => at));
      }),
    );
  });

  it('stands stream by stream, whenever it was recorded', () => {
    const outlines = new StreamOutlines();
    const add = (stream: string, revision: number, isRead: boolean) => outlines.add(eventOf(stream, revision), isRead);
    add('b.b-1', 0, false);
    add('a.b-1', 0, false);
    add('b.b-1', 1, true);
    add('a.b-1', 1, true);
    expect(outlines.stubs().map(({ stream }) => stream)).toEqual(['a.b-1', 'b.b-1']);
    expect(outlines.heads().map(({ stream }) => stream)).toEqual(['a.b-1', 'b.b-1']);
  });
});
