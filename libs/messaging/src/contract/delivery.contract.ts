import { keepFacts } from '../facts';
import type { Subscription } from '../feed';
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
    await harness.dataSource.query('CREATE TABLE effect (text text NOT NULL)');
  });
  afterEach(async () => {
    ended.abort();
    await harness.close();
  });

  const tellAll = async (context: string, count: number, cases: number): Promise<void> => {
    for (const text of texts(count)) await harness.tell(context, `case${Number(text) % cases}`, text);
  };
  const consume = (contexts: readonly string[], group: string, take: Subscription['take']) =>
    harness.openFeed().consume({ contexts, group, take, signal: ended.signal });
  const into =
    (heard: Heard): Subscription['take'] =>
    async (_manager, { events }) =>
      events.forEach((event) => heard.add(event));

  /** One effect of each message that is new, in the transaction of its page. */
  const noteOnce: Subscription['take'] = async (manager, { events }) => {
    const fresh = await keepFacts(manager, events);
    const ids = new Map(events.map((event: PublicEvent) => [event.id, textOf(event)]));
    for (const id of fresh) await manager.query('INSERT INTO effect VALUES ($1)', [ids.get(id)]);
  };
  const effects = async (): Promise<readonly string[]> => {
    const rows: { text: string }[] = await harness.dataSource.query('SELECT text FROM effect');
    return rows.map(({ text }) => text).sort();
  };

  it('hands over what was told before a consumer came and what is told after', async () => {
    const heard = new Heard();
    await tellAll('intake', 20, 4);
    const consumption = consume(['intake'], 'both', into(heard));
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
    const consumption = consume(['evidence'], 'one', into(heard));
    await caughtUp(harness, consumption);
    expect([heard.from('intake'), heard.from('evidence')]).toEqual([[], texts(3)]);
    await consumption.stop();
  });

  it('keeps the order of a case as one context tells it, on first delivery', async () => {
    const heard = new Heard();
    await Promise.all([tellAll('intake', 90, 3), tellAll('evidence', 90, 3)]);
    const consumption = consume(['intake', 'evidence'], 'order', into(heard));
    await caughtUp(harness, consumption);
    for (const context of ['intake', 'evidence'])
      for (const n of [0, 1, 2]) {
        expect(heard.firstTime(`${context}/case${n}`)).toEqual(texts(90).filter((text) => Number(text) % 3 === n));
      }
    await consumption.stop();
  });

  it('has one effect for each event, though the consumer crashes after its effects', async () => {
    let crashes = 5;
    await tellAll('intake', 40, 5);
    const consumption = consume(['intake'], 'once', async (manager, page) => {
      await noteOnce(manager, page);
      if (crashes-- > 0) throw new Error('crash before the commit');
    });
    await caughtUp(harness, consumption);
    expect(await effects()).toEqual([...texts(40)].sort());
    await consumption.stop();
  });

  it('tells of a page only once its effects are there', async () => {
    await tellAll('intake', 40, 1);
    const early: string[] = [];
    const looks: Promise<void>[] = [];
    const pages: string[][] = [];
    const consumption = harness.openFeed().consume({
      contexts: ['intake'],
      group: 'told',
      signal: ended.signal,
      take: async (manager, page) => {
        await noteOnce(manager, page);
        pages.push(page.events.map(textOf));
      },
      taken: () => {
        const page = pages.shift() ?? [];
        looks.push(effects().then((there) => void early.push(...page.filter((text) => !there.includes(text)))));
      },
    });
    await caughtUp(harness, consumption);
    await Promise.all(looks);
    expect([early, pages]).toEqual([[], []]);
    await consumption.stop();
  });

  it('goes on where it was after a stop', async () => {
    await tellAll('intake', 200, 5);
    const first = consume(['intake'], 'resume', noteOnce);
    await until(async () => (await effects()).length > 20);
    await first.stop();
    const atStop = (await effects()).length;
    await harness.tell('intake', 'case0', 'meanwhile');
    expect(await effects()).toHaveLength(atStop);
    const second = consume(['intake'], 'resume', noteOnce);
    await caughtUp(harness, second);
    expect(await effects()).toEqual([...texts(200), 'meanwhile'].sort());
    await second.stop();
  });

  it('has one effect for each event though two processes consume at once', async () => {
    const both = [consume(['intake'], 'two', noteOnce), consume(['intake'], 'two', noteOnce)];
    await tellAll('intake', 60, 5);
    await caughtUp(harness, ...both);
    expect(await effects()).toEqual([...texts(60)].sort());
    await Promise.all(both.map((consumption) => consumption.stop()));
  });

  it('tells every group everything', async () => {
    const [a, b] = [new Heard(), new Heard()];
    await tellAll('intake', 10, 2);
    const both = [consume(['intake'], 'a', into(a)), consume(['intake'], 'b', into(b))];
    await caughtUp(harness, ...both);
    expect([a.firstTime().length, b.firstTime().length]).toEqual([10, 10]);
    await Promise.all(both.map((consumption) => consumption.stop()));
  });

  it('keeps the bytes and attributes of an event', async () => {
    const heard = new Heard();
    await harness.tell('intake', 'bytes', '税 \u0000 "');
    const consumption = consume(['intake'], 'bytes', into(heard));
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
    const consumption = consume(['intake'], 'stopped', into(heard));
    await caughtUp(harness, consumption);
    await consumption.stop();
    await harness.tell('intake', 'x', 'unheard');
    await expect(consumption.idle()).rejects.toThrow('stopped');
    expect(heard.firstTime()).not.toContain('unheard');
  });
}
