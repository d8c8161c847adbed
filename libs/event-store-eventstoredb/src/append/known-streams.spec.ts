import { linkEvents, type Position, type RecordedEvent } from '@parley/event-store';
import { sampleEvents, someCommand, someStream } from '@parley/event-store/contract';
import type { Instant } from '@parley/kernel';
import { KnownStreams } from './appender';

const stream = someStream();
const history = linkEvents(stream, null, sampleEvents(someCommand(), 5), '2025-02-05T08:00:00.000Z' as Instant).map(
  ({ event }): RecordedEvent => ({ ...event, position: '1' as Position }),
);

describe('what is known of a stream', () => {
  it('grows by what is read, however the reads overlap', () => {
    const streams = new KnownStreams();
    streams.saw(stream, history.slice(0, 2));
    const known = streams.saw(stream, history.slice(1, 4));
    expect(known.head).toMatchObject({ revision: 3, commitment: history[3]!.commitment });
    expect(history.map(({ eventId }) => known.revisionOf(eventId))).toEqual([0, 1, 2, 3, undefined]);
  });

  it('has no hole: a part that does not join it tells nothing', () => {
    const streams = new KnownStreams();
    expect(streams.saw(stream, history.slice(3)).head).toBeNull();
    streams.saw(stream, history.slice(0, 1));
    expect(streams.saw(stream, history.slice(2)).head).toMatchObject({ revision: 0 });
  });

  it('does not go back with a read that is older', () => {
    const streams = new KnownStreams();
    streams.saw(stream, history);
    expect(streams.saw(stream, history.slice(0, 2)).head).toMatchObject({ revision: 4 });
  });
});
