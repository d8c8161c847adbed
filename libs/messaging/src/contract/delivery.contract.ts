import { withInbox } from '../inbox';
import type { PublicEvent } from '../public-event';
import { caughtUp } from './caught-up';
import type { FeedHarness } from './feed-harness';
import { Heard, textOf, texts, until } from './heard';

/** What is delivered, how often in effect, and in which order. */
export function deliveryContract(open: () => Promise<FeedHarness>): void {
  let harness: FeedHarness;
  let ended: AbortController;
  beforeEach(async () => {
    harness = await open();
    ended = new AbortController();
  });
  afterEach(async () => {
    ended.abort();
    await harness.close();
  });

  const tellAll = async (context: string, count: number, cases: number): Promise<void> => {
    for (const text of texts(count)) await harness.tell(context, `case${Number(text) % cases}`, text);
  };
  const consume = (contexts: readonly string[], group: string, handle: (event: PublicEvent) => Promise<void>) =>
    harness.openFeed().consume({ contexts, group, handle, signal: ended.signal });

  const noteOnce = (group: string, done: string[]) => async (event: PublicEvent) => {
    await withInbox(harness.dataSource.manager, group, event.id, async () => void done.push(textOf(event)));
  };

  it('hands over what was told before a consumer came and what is told after', async () => {
    const heard = new Heard();
    await tellAll('intake', 20, 4);
    const consumption = consume(['intake'], 'both', async (event) => heard.add(event));
    await caughtUp(harness, consumption);
    expect([...heard.firstTime()].sort()).toEqual([...texts(20)].sort());
    await harness.tell('intake', 'late', 'late');
    await caughtUp(harness, consumption);
    expect(heard.firstTime()).toContain('late');
    await consumption.stop();
  });

  it('hands over only what the contexts that were asked for tell', async () => {
    const heard = new Heard();
    await tellAll('intake', 3, 1);
    await tellAll('evidence', 3, 1);
    const consumption = consume(['evidence'], 'one', async (event) => heard.add(event));
    await caughtUp(harness, consumption);
    expect([heard.from('intake'), heard.from('evidence')]).toEqual([[], texts(3)]);
    await consumption.stop();
  });

  it('keeps the order of a case as one context tells it, on first delivery', async () => {
    const heard = new Heard();
    await Promise.all([tellAll('intake', 90, 3), tellAll('evidence', 90, 3)]);
    const consumption = consume(['intake', 'evidence'], 'order', async (event) => heard.add(event));
    await caughtUp(harness, consumption);
    for (const context of ['intake', 'evidence'])
      for (const n of [0, 1, 2]) {
        expect(heard.firstTime(`${context}/case${n}`)).toEqual(texts(90).filter((text) => Number(text) % 3 === n));
      }
    await consumption.stop();
  });

  it('has one effect for each event with an inbox, though the consumer crashes after its effects', async () => {
    const done: string[] = [];
    let crashes = 5;
    await tellAll('intake', 40, 5);
    const consumption = consume(['intake'], 'once', async (event) => {
      await withInbox(harness.dataSource.manager, 'once', event.id, async () => void done.push(textOf(event)));
      if (crashes-- > 0) throw new Error('crash after the commit');
    });
    await caughtUp(harness, consumption);
    await consumption.replayParked();
    expect([...done].sort()).toEqual([...texts(40)].sort());
    await consumption.stop();
  });

  it('goes on where it was after a stop', async () => {
    const done: string[] = [];
    const handle = noteOnce('resume', done);
    await tellAll('intake', 200, 5);
    const first = consume(['intake'], 'resume', handle);
    await until(() => done.length > 20);
    await first.stop();
    const atStop = done.length;
    await harness.tell('intake', 'case0', 'meanwhile');
    expect(done).toHaveLength(atStop);
    const second = consume(['intake'], 'resume', handle);
    await caughtUp(harness, second);
    expect([...done].sort()).toEqual([...texts(200), 'meanwhile'].sort());
    await second.stop();
  });

  it('has one effect for each event though two processes consume at once', async () => {
    const done: string[] = [];
    const handle = noteOnce('two', done);
    const both = [consume(['intake'], 'two', handle), consume(['intake'], 'two', handle)];
    await tellAll('intake', 60, 5);
    await caughtUp(harness, ...both);
    expect([...done].sort()).toEqual([...texts(60)].sort());
    await Promise.all(both.map((consumption) => consumption.stop()));
  });

  it('tells every group everything', async () => {
    const [a, b] = [new Heard(), new Heard()];
    await tellAll('intake', 10, 2);
    const both = [
      consume(['intake'], 'a', async (event) => a.add(event)),
      consume(['intake'], 'b', async (event) => b.add(event)),
    ];
    await caughtUp(harness, ...both);
    expect([a.firstTime().length, b.firstTime().length]).toEqual([10, 10]);
    await Promise.all(both.map((consumption) => consumption.stop()));
  });

  it('keeps the bytes and attributes of an event', async () => {
    const heard = new Heard();
    await harness.tell('intake', 'bytes', '税 \u0000 "');
    const consumption = consume(['intake'], 'bytes', async (event) => heard.add(event));
    await caughtUp(harness, consumption);
    expect(heard.firstTime()).toEqual(['税 \u0000 "']);
    expect(heard.deliveries[0]).toMatchObject({
      source: '/parley/intake',
      subject: 'bytes',
      datacontenttype: 'application/protobuf',
    });
    await consumption.stop();
  });

  it('delivers nothing after a stop', async () => {
    const heard = new Heard();
    const consumption = consume(['intake'], 'stopped', async (event) => heard.add(event));
    await caughtUp(harness, consumption);
    await consumption.stop();
    await harness.tell('intake', 'x', 'unheard');
    await expect(consumption.idle()).rejects.toThrow('stopped');
    expect(heard.firstTime()).not.toContain('unheard');
  });
}
