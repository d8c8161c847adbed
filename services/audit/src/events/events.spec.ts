import { panelReview } from '@parley/contracts';
import { plusMillis, type Instant } from '@parley/kernel';
import { SentEvents, type SentEvent } from '@parley/testing';
import { personActor } from '../history/case-record.fixture';
import { recordCase, streamsOf } from '../history/case-record-story.fixture';
import { SetClock } from '../running-audit.fixture';
import { caseIdOf, tells } from '../docket/docket-story.fixture';
import {
  filerAuditor,
  member,
  otherAuditor,
  ReadHistory,
  registry,
  type Entry,
  type Who,
} from '../history/read-history.fixture';

interface Told {
  readonly eventId: string;
  readonly caseId: string;
  readonly link: string;
  readonly [field: string]: unknown;
}

const numberOf = (n: number): string => `CN-2025-${String(n).padStart(4, '0')}`;
const told = ({ data }: SentEvent): Told => JSON.parse(data) as Told;
const idsOf = (events: readonly SentEvent[]): readonly string[] => events.map((event) => told(event).eventId);

/** A clock that only goes on, a second for whatever instant it is set to. */
class OnwardClock extends SetClock {
  constructor(private readonly clock: SetClock) {
    super();
  }

  override now(): Instant {
    return this.clock.now();
  }

  override set(): void {
    this.clock.set(plusMillis(this.clock.now(), 1_000));
  }
}

describe('the stream of events', () => {
  let history: ReadHistory;
  let url: string;
  let clock: OnwardClock;
  let cases = 2;
  const open: SentEvents[] = [];

  beforeAll(async () => {
    history = await ReadHistory.start();
    await history.audit.app.listen(0, '127.0.0.1');
    url = await history.audit.app.getUrl();
    history.audit.clock.set('2025-07-01T10:00:00Z');
    clock = new OnwardClock(history.audit.clock);
  });
  afterEach(async () => {
    for (const stream of open.splice(0)) {
      stream.cut();
      await stream.ended;
    }
  });
  afterAll(() => history.audit.stop());

  const headersOf = async ([sub, party, ...roles]: Who, more: object = {}) => ({
    authorization: await history.audit.bearer(sub, party, ...roles),
    'parley-purpose': 'Following the cases',
    ...more,
  });
  const follow = async (who: Who, more: object = {}): Promise<SentEvents> => {
    const stream = await SentEvents.open(`${url}/v1/events`, await headersOf(who, more));
    open.push(stream);
    return stream;
  };
  const refusalOf = async (who: Who, more: object = {}) => {
    const answer = await fetch(`${url}/v1/events`, { headers: { ...(await headersOf(who)), ...more } });
    return { status: answer.status, ...((await answer.json()) as { code: string }) };
  };
  /** What was recorded has been heard when the clock has moved past it. */
  const record = async (caseId: string, type: string, more: object = {}): Promise<void> => {
    await history.audit.others.record(streamsOf(caseId).intake, { type, tier: 'PUBLIC', ...more });
    clock.set();
  };
  /** A whole case is recorded after the stream began. */
  const recordNew = async (): Promise<string> => {
    const caseId = caseIdOf((cases += 1));
    await recordCase({ others: history.audit.others, clock }, caseId, numberOf(cases));
    clock.set();
    return caseId;
  };
  const historyFor = async (who: Who, caseId: string): Promise<readonly Entry[]> =>
    (await history.get('?kind=all&limit=200', who, caseId)).json<{ items: Entry[] }>().items;

  it('tells of each event that the history shows, as it is recorded, and nothing of what it says', async () => {
    const stream = await follow(filerAuditor);
    expect(stream.response.headers['content-type']).toBe('text/event-stream');
    const caseId = await recordNew();
    const entries = await historyFor(filerAuditor, caseId);
    expect(entries.length).toBeGreaterThan(5);
    const events = await stream.until(entries.length);
    expect(idsOf(events)).toEqual(entries.map(({ eventId }) => eventId));
    expect(events.map(({ event }) => event)).toEqual(entries.map(({ type }) => type));
    const [first] = entries;
    const { link, ...rest } = told(events[0]!);
    expect(rest).toEqual({
      ...{ eventId: first?.['eventId'], caseId, docketNumber: numberOf(cases) },
      ...{ type: 'GrievanceFiled', occurredAt: first?.['occurredAt'], tier: 'PARTIES' },
      proof: `https://parley.example/v1/cases/${caseId}/history/${String(first?.['eventId'])}/proof`,
    });
    expect(link.startsWith(`https://parley.example/v1/cases/${caseId}/history?`)).toBe(true);
  });

  it('leads from each event to the place where it is read', async () => {
    const stream = await follow(filerAuditor);
    const caseId = await recordNew();
    const entries = await historyFor(filerAuditor, caseId);
    for (const [index, event] of (await stream.until(entries.length)).entries()) {
      const [, query = ''] = told(event).link.split('/history');
      expect((await history.get(query, filerAuditor, caseId)).json<{ items: Entry[] }>().items).toEqual([
        entries[index],
      ]);
    }
  });

  it('goes on after its last id with no event lost or twice, wherever it was cut', async () => {
    const whole = await follow(filerAuditor);
    const from = whole.lastId;
    const caseId = await recordNew();
    const { length } = await historyFor(filerAuditor, caseId);
    const all = idsOf(await whole.until(length));
    for (let kept = 0; kept <= length; kept++) {
      const stream = await follow(filerAuditor, { 'last-event-id': kept === 0 ? from : whole.events[kept - 1]?.id });
      expect(idsOf(await stream.until(length - kept))).toEqual(all.slice(kept));
      stream.cut();
      await stream.ended;
    }
  });

  it('begins with what comes after now, and with an id to come back with', async () => {
    const stream = await follow(filerAuditor);
    stream.cut();
    await stream.ended;
    const caseId = await recordNew();
    const { length } = await historyFor(filerAuditor, caseId);
    const again = await follow(filerAuditor, { 'last-event-id': stream.lastId });
    expect(idsOf(await again.until(length))).toEqual(
      (await historyFor(filerAuditor, caseId)).map((each) => each['eventId']),
    );
  });

  it.each<[string, Who]>([
    ['an auditor of the other side', otherAuditor],
    ['the registry', registry],
    ['an officer of the other side’s registry', ['us-registry', 'US', 'registry']],
    ['a co-head', ['us-cohead', 'US', 'cohead']],
    ['a member of the panel', member],
  ])('tells %s of what the history shows them, and of no more', async (_who, who) => {
    const stream = await follow(who);
    const caseId = await recordNew();
    await history.audit.others.record(
      streamsOf(caseId).referral,
      ...['CN', 'US'].map(
        (party) =>
          ({
            type: 'DossierRequested',
            tier: 'FILER',
            data: { n: 1, party },
            actor: personActor(`${party}-desk`, 'desk', party),
          }) as const,
      ),
    );
    await record(caseId, 'CaseWithdrawn');
    const shown = await historyFor(who, caseId);
    const events = await stream.until(shown.length);
    expect(idsOf(events)).toEqual(shown.map(({ eventId }) => eventId));
    expect(events.at(-1)?.event).toBe('CaseWithdrawn');
    expect(events.map(({ event }) => event)).not.toContain('VoteCast');
    // A member of the panel is given no proof: it counts what stands between the parties alone (I-43).
    expect(events.filter((event) => 'proof' in told(event))).toHaveLength(who === member ? 0 : events.length);
  });

  it('tells a stranger to a case nothing of it', async () => {
    const stream = await follow(['us-panel-9', null, 'panel']);
    const other = await follow(filerAuditor);
    const caseId = await recordNew();
    await other.until((await historyFor(filerAuditor, caseId)).length);
    expect(stream.events).toEqual([]);
  });

  it('tells a member who left meanwhile of nothing more', async () => {
    const caseId = await recordNew();
    const [stream, auditor] = [await follow(member), await follow(filerAuditor)];
    await record(caseId, 'QuestionPut', { tier: 'PANEL' });
    expect((await stream.until(1))[0]?.event).toBe('QuestionPut');
    await history.audit.others.record(streamsOf(caseId).panel, {
      type: 'MemberLeft',
      tier: 'PUBLIC',
      tells: tells(panelReview.PanelFactSchema, clock.now(), {
        ...{ caseId, kind: 'member-left', personId: 'cn-panel-1', at: clock.now() },
      }),
    });
    await record(caseId, 'AnswerGiven', { tier: 'PANEL' });
    await record(caseId, 'CaseSettled');
    await auditor.until(4);
    expect((await history.get('', member, caseId)).statusCode).toBe(404);
    expect(stream.events.map(({ event }) => event)).toEqual(['QuestionPut']);
  });

  it('ends with the token, and tells nothing after it', async () => {
    const headers = await headersOf(filerAuditor);
    const stream = await follow(filerAuditor, headers);
    history.audit.end(headers.authorization);
    await recordNew();
    expect([await stream.ended, stream.events]).toEqual([true, []]);
  });

  it('puts on record, before it tells, who is told of what is not public, once for each case and tier', async () => {
    const stream = await follow(otherAuditor);
    const caseId = await recordNew();
    await stream.until((await historyFor(otherAuditor, caseId)).length);
    const { items } = (await history.get('/reads', filerAuditor, caseId)).json<{ items: Record<string, unknown>[] }>();
    const reads = items.filter(({ what }) => what === 'events');
    expect(reads.map(({ tier, personId, purpose }) => [tier, personId, purpose]).sort()).toEqual([
      ['PANEL', 'us-auditor', 'Following the cases'],
      ['PARTIES', 'us-auditor', 'Following the cases'],
    ]);
  });

  it('is refused for an id that it did not give, without a purpose, and to who reads no histories', async () => {
    const cursor = (await history.get('?limit=1', filerAuditor)).json<{ next: string }>().next;
    for (const id of ['', 'nothing', '0', cursor])
      expect(await refusalOf(filerAuditor, { 'last-event-id': id })).toMatchObject({
        status: 400,
        code: 'cursor-invalid',
      });
    const { authorization } = await headersOf(filerAuditor);
    const bare = await fetch(`${url}/v1/events`, { headers: { authorization } });
    expect([bare.status, ((await bare.json()) as { code: string }).code]).toEqual([400, 'purpose-missing']);
    expect(await refusalOf(['op', null, 'operator'])).toMatchObject({ status: 403, code: 'role-required' });
    expect((await fetch(`${url}/v1/events`)).status).toBe(401);
  });

  it('is held four times by one person, and by others beside', async () => {
    const who: Who = ['cn-desk-7', 'CN', 'desk'];
    const [first] = [await follow(who), await follow(who), await follow(who), await follow(who)];
    expect(await refusalOf(who)).toMatchObject({ status: 429, code: 'too-many-streams' });
    await follow(['cn-desk-8', 'CN', 'desk']);
    first.cut();
    await first.ended;
    let again: SentEvents | undefined;
    while (!again) again = await follow(who).catch(() => undefined);
    expect(again.response.statusCode).toBe(200);
  });

  it('does not hold up the end of its process, which ends it', async () => {
    const other = await ReadHistory.start();
    await other.audit.app.listen(0, '127.0.0.1');
    const authorization = await other.audit.bearer(...filerAuditor);
    const stream = await SentEvents.open(`${await other.audit.app.getUrl()}/v1/events`, {
      ...{ authorization, 'parley-purpose': 'Following the cases' },
    });
    await other.audit.stop();
    expect(await stream.ended).toBe(true);
  });
});
