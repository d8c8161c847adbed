import { InMemoryEventStore } from '@parley/event-store';
import { PUBLIC_CALLER } from '@parley/access';
import { CursorCodec } from '@parley/http';
import type { AuditApi } from '../history/case-state.response';
import { instant } from '../docket/docket-story.fixture';
import { EVENTS, eventStream } from './event-stream.http';
import { Heard } from './heard.http';

/** What is silent for so many milliseconds is cut off. */
const SILENCE_MS = 120_000;

describe('a stream with nothing to tell', () => {
  const store = new InMemoryEventStore({ clock: { now: () => instant('2025-02-10T09:00:00Z') } });
  const cursors = new CursorCodec(Buffer.alloc(32, 1));
  let admitted: boolean;
  let ended: AbortController;
  let stream: AsyncGenerator<string>;

  beforeEach(() => {
    jest.useFakeTimers();
    [admitted, ended] = [true, new AbortController()];
    const audit = { store, caughtUp: () => Promise.resolve(), heard: () => Promise.resolve(true) };
    const listener = {
      ...{ caller: PUBLIC_CALLER, signal: ended.signal, note: () => Promise.resolve() },
      isAdmitted: () => Promise.resolve(admitted),
    };
    const ports = { audit: audit as unknown as AuditApi, heard: new Heard(audit), cursors, site: '' };
    stream = eventStream(ports, listener, store.start);
  });
  afterEach(async () => {
    ended.abort();
    await stream.return(undefined);
    jest.useRealTimers();
  });

  const next = async (): Promise<string | undefined> => {
    const said = stream.next();
    await jest.advanceTimersByTimeAsync(SILENCE_MS / 2);
    return (await said).value as string | undefined;
  };

  it('speaks at once, and again long before it would be cut off, each time with a place to come back to', async () => {
    for (let times = 0; times < 5; times++) {
      const [, id = ''] = /^id: (.+)$/m.exec((await next()) ?? '') ?? [];
      expect(cursors.open(EVENTS, id)).toBe(store.start);
    }
  });

  it('ends when its listener is admitted no more', async () => {
    await next();
    admitted = false;
    expect(await next()).toBeUndefined();
  });

  it('ends when it is told to', async () => {
    await next();
    ended.abort();
    expect(await next()).toBeUndefined();
  });
});

describe('what was told', () => {
  it('is waited for until it is heard, once for all who wait', async () => {
    const asked: string[] = [];
    const heard = new Heard({
      caughtUp: () => Promise.resolve(),
      heard: (before) => Promise.resolve(asked.push(before) % 2 === 0),
    });
    const [early, late] = [instant('2025-02-10T09:00:00Z'), instant('2025-02-10T09:00:01Z')];
    await Promise.all([heard.before(early), heard.before(late), heard.before(early)]);
    expect(asked).toEqual([late, late]);
    await heard.before(early);
    expect(asked).toHaveLength(2);
  });
});
