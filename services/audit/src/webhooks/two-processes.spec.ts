import { domainEventOf } from '@parley/event-store';
import type { ChannelAddress, WebhookAnswer, WebhookMessage } from '@parley/kernel';
import { DOCKET_LOG } from '../docket/docket-log';
import { filerAuditor, otherAuditor, type Who } from '../history/read-history.fixture';
import { Receivers, TAKEN, ToldReceivers } from './told-receivers.fixture';

type Name = 'one' | 'two';

interface Post {
  readonly by: Name;
  readonly url: string;
  readonly messageId: string;
  readonly eventId: string;
}

/** What both processes posted, in the order in which it came, and the most that one URL was sent at once. */
class Sent {
  readonly posts: Post[] = [];
  readonly #underWay = new Map<string, number>();
  mostAtOnce = 0;

  at(url: string): readonly Post[] {
    return this.posts.filter((post) => post.url === url);
  }

  async during<T>(post: Post, answer: Promise<T>): Promise<T> {
    this.posts.push(post);
    const at = (change: number): number => {
      const now = (this.#underWay.get(post.url) ?? 0) + change;
      this.#underWay.set(post.url, now);
      return now;
    };
    this.mostAtOnce = Math.max(this.mostAtOnce, at(1));
    return answer.finally(() => at(-1));
  }
}

/** The way of one process to the receivers. */
class FromProcess extends Receivers {
  constructor(
    private readonly name: Name,
    private readonly sent: Sent,
    answers: Receivers['answers'],
  ) {
    super(answers);
  }

  override post(to: ChannelAddress, message: WebhookMessage): Promise<WebhookAnswer> {
    const { data } = JSON.parse(message.body) as { data: { eventId: string } };
    const post = { by: this.name, url: to.address, messageId: message.id, eventId: data.eventId };
    return this.sent.during(post, super.post(to, message));
  }
}

/** Two whole processes of the audit over one record and one PostgreSQL, each with connections of its own. */
describe('two processes of the audit', () => {
  let sent: Sent;
  let answers: Receivers['answers'];
  let processes: Readonly<Record<Name, ToldReceivers>>;

  beforeEach(async () => {
    [sent, answers] = [new Sent(), new Map()];
    const one = await ToldReceivers.start(new FromProcess('one', sent, answers));
    processes = { one, two: await one.beside(new FromProcess('two', sent, answers)) };
  });
  afterEach(async () => {
    await processes.two.history.audit.stop();
    await processes.one.history.audit.stop();
  });

  const urlOf = (n: number): string => `https://hooks.example/${String(n)}`;
  /** Receivers of officers who read alike and of such who do not, opened at either process. */
  const openAll = async (): Promise<readonly (readonly [url: string, who: Who])[]> => {
    const opened = [filerAuditor, otherAuditor, filerAuditor, otherAuditor, filerAuditor, otherAuditor].map(
      (who, n) => [urlOf(n), who] as const,
    );
    for (const [n, [url, who]] of opened.entries())
      expect(await processes[n % 4 < 2 ? 'one' : 'two'].opened(who, url)).toMatchObject({ state: 'running' });
    return opened;
  };

  it('tell each receiver of each event once, in order, and never two of them at once', async () => {
    const opened = await openAll();
    const { one } = processes;
    const caseId = await one.recordNew();
    const toldAll = async () => {
      for (const [url, who] of opened) {
        const ids = await one.idsFor(who, caseId);
        await one.until(() => sent.at(url).length >= ids.length);
        expect(sent.at(url).map(({ eventId }) => eventId)).toEqual(ids);
      }
    };
    await toldAll();
    // Whoever looks first tells, so it takes some events until both have told of one.
    const tookPart = () => new Set(sent.posts.map(({ by }) => by)).size;
    for (let n = 0; n < 40 && tookPart() < 2; n += 1) {
      await one.record(caseId, 'CaseSettled');
      await toldAll();
    }
    expect([tookPart(), sent.mostAtOnce]).toEqual([2, 1]);
  }, 120_000);

  it('take over from one that is killed while it tells, when its lease is over and not before', async () => {
    const url = urlOf(0);
    let answerLate = (_: WebhookAnswer): void => undefined;
    answers.set(url, () => new Promise((resolve) => (answerLate = resolve)));
    await processes.one.opened(filerAuditor, url);
    const caseId = await processes.one.recordNew();
    await processes.one.until(() => sent.at(url).length > 0);
    const killed = sent.at(url)[0]?.by ?? 'one';
    const left = processes[killed === 'one' ? 'two' : 'one'];
    answers.delete(url);
    // A killed process loses its connections and writes nothing more. The receiver may have taken what it sent.
    await processes[killed].history.audit.database.destroy();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(sent.at(url)).toHaveLength(1);
    answerLate(TAKEN);
    const { database } = left.history.audit;
    expect(
      await database.query('SELECT 1 FROM audit.webhook_receivers WHERE leased_until > clock_timestamp()'),
    ).toEqual([{ '?column?': 1 }]);
    await database.query("UPDATE audit.webhook_receivers SET leased_until = clock_timestamp() - interval '1 second'");
    const ids = await left.idsFor(filerAuditor, caseId);
    await left.until(() => sent.at(url).length >= ids.length + 1);
    const posts = sent.at(url);
    expect(posts.map(({ eventId }) => eventId)).toEqual([ids[0], ...ids]);
    expect(posts.slice(1).filter(({ by }) => by === killed)).toEqual([]);
    expect([posts[1]?.messageId, sent.mostAtOnce]).toEqual([posts[0]?.messageId, 1]);
  }, 120_000);

  it('enter each fact on the docket once, without a gap in its serials', async () => {
    const { one, two } = processes;
    for (let n = 0; n < 3; n += 1) await one.recordNew();
    await Promise.all([one.history.audit.service.idle(), two.history.audit.service.idle()]);
    const entries = (await one.history.audit.store.read(DOCKET_LOG)).map(
      (event) => domainEventOf(event).data as { readonly serial: number; readonly sourceEventId: string },
    );
    expect(entries.length).toBeGreaterThan(3);
    expect(new Set(entries.map(({ sourceEventId }) => sourceEventId)).size).toBe(entries.length);
    expect(entries.map(({ serial }) => serial)).toEqual(entries.map((_, index) => index + 1));
  }, 60_000);
});
