import type { EventStore } from '@parley/event-store';
import { recordCase, streamsOf } from './case-record-story.fixture';
import { caseIdOf } from '../docket/docket-story.fixture';
import {
  caseId,
  type Entry,
  filerAuditor,
  member,
  otherAuditor,
  ReadHistory,
  registry,
  streams,
  type Who,
} from './read-history.fixture';

let history: ReadHistory;
const get = (...asked: Parameters<ReadHistory['get']>) => history.get(...asked);
/** A stream whose second event somebody altered in the store. */
let altered: string | undefined;

const tampering = (store: EventStore): EventStore =>
  new Proxy(store, {
    get(target, name) {
      if (name === 'read') {
        return async (...args: Parameters<EventStore['read']>) =>
          (await target.read(...args)).map((event) =>
            args[0] === altered && event.revision === 1 ? { ...event, rule: 'S9' } : event,
          );
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });

beforeAll(async () => {
  history = await ReadHistory.start(tampering);
});
afterAll(() => history.audit.stop());
afterEach(() => {
  altered = undefined;
});

describe('the check of the chain', () => {
  it('finds every stream of the case intact, with its head', async () => {
    const { intact, streams: checked } = (await get('/check', filerAuditor)).json<{
      intact: boolean;
      streams: Entry[];
    }>();
    expect(intact).toBe(true);
    expect(checked.map(({ stream }) => stream).toSorted()).toEqual(
      [streams.intake, streams.docket, streams.exhibits, streams.panel, streams.referral].toSorted(),
    );
    for (const { kind, head } of checked) expect([kind, typeof head]).toEqual(['intact', 'string']);
  });

  it('reports an altered event with its place', async () => {
    altered = streams.intake;
    const { intact, streams: checked } = (await get('/check', otherAuditor)).json<{
      intact: boolean;
      streams: Entry[];
    }>();
    expect(intact).toBe(false);
    expect(checked.find(({ stream }) => stream === streams.intake)).toEqual({
      stream: streams.intake,
      kind: 'broken',
      revision: 1,
      why: 'altered',
    });
  });
});

describe('the reading of a history', () => {
  const readsOf = async (id: string, who: Who = filerAuditor, query = '') =>
    (await get(`/reads${query}`, who, id)).json<{ items: Entry[]; next: string | null }>();

  it('is on record with person, tier and purpose before anything is handed out (I-40)', async () => {
    const fourth = caseIdOf(4);
    await recordCase(history.audit, fourth, 'CN-2025-0004');
    await history.audit.service.idle();
    await get('/export', otherAuditor, fourth, { 'parley-purpose': 'Yearly audit' });
    await get('', member, fourth);
    const { items } = await readsOf(fourth);
    expect(items.map(({ personId, what, tier, purpose }) => [personId, what, tier, purpose])).toEqual([
      ['cn-panel-1', 'page', 'PANEL', 'Taking part'],
      ['us-auditor', 'export', 'FILER', 'Yearly audit'],
      ['us-auditor', 'export', 'DESKS', 'Yearly audit'],
      ['us-auditor', 'export', 'PANEL', 'Yearly audit'],
      ['us-auditor', 'export', 'PARTIES', 'Yearly audit'],
    ]);
  });

  it('is shown to auditors alone', async () => {
    expect((await get('/reads', registry)).statusCode).toBe(403);
    expect((await get('/reads', ['x', 'FR', 'auditor'])).statusCode).toBe(404);
  });

  it('leaves no trace of who may read the deliberation (I-14)', async () => {
    await get('', member);
    expect((await readsOf(caseId)).items.map(({ tier }) => tier)).not.toContain('DELIBERATION');
  });
});

describe('the tag of a history', () => {
  it('stays while the reader sees the same events, and saves reading them again', async () => {
    const first = await get('', filerAuditor);
    const etag = String(first.headers['etag']);
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
    const again = await get('', filerAuditor, caseId, { 'if-none-match': `"other", W/${etag}` });
    expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', etag]);
    expect((await get('', filerAuditor, caseId, { 'if-none-match': '"other"' })).statusCode).toBe(200);
  });

  it('changes with the next event that the reader sees, and with no other', async () => {
    const fifth = caseIdOf(5);
    await recordCase(history.audit, fifth, 'CN-2025-0005');
    await history.audit.service.idle();
    const tags = () =>
      Promise.all([filerAuditor, otherAuditor].map(async (who) => (await get('', who, fifth)).headers['etag']));
    const [filer, other] = await tags();
    await history.audit.others.record(streamsOf(fifth).intake, {
      type: 'DraftKept',
      tier: 'FILER',
      data: { party: 'CN', note: 'for the filer alone' },
    });
    expect(await tags()).toEqual([expect.not.stringMatching(String(filer)), other]);
  });
});
