import { tells, caseIdOf } from '../docket-story.fixture';
import { panelReview } from '@parley/contracts';
import type { EventStore } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import { personActor } from '../case-record.fixture';
import { recordCase, streamsOf } from '../case-record-story.fixture';
import { runAudit, type RunningAudit } from '../running-audit.fixture';

interface Entry {
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: string;
  readonly [field: string]: unknown;
}

const caseId = caseIdOf(1);
const other = caseIdOf(2);
const streams = streamsOf(caseId);
const seen: { at: Instant; state: unknown }[] = [];

let audit: RunningAudit;
let instants: readonly Instant[];
/** A stream whose second event somebody altered in the store. */
let altered: string | undefined;

const tampering = (store: EventStore): EventStore =>
  new Proxy(store, {
    get(target, name) {
      if (name === 'read') {
        return async (...args: Parameters<EventStore['read']>) =>
          (await target.read(...args)).map((event) => (args[0] === altered && event.revision === 1 ? { ...event, rule: 'S9' } : event));
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });

const get = async (path: string, [sub, party, ...roles]: Parameters<RunningAudit['bearer']>, id = caseId, headers = {}) =>
  audit.app.inject({
    method: 'GET',
    url: `/v1/cases/${id}/history${path}`,
    headers: { authorization: await audit.bearer(sub, party, ...roles), ...headers },
  });

type Who = Parameters<RunningAudit['bearer']>;
const filerAuditor: Who = ['cn-auditor', 'CN', 'auditor'];
const otherAuditor: Who = ['us-auditor', 'US', 'auditor'];
const registry: Who = ['registry-1', null, 'registry'];
const member: Who = ['cn-panel-1', null, 'panel'];

const entriesFor = async (who: Who): Promise<readonly Entry[]> => (await get('?limit=200', who)).json<{ items: Entry[] }>().items;
const typesFor = async (who: Who): Promise<readonly string[]> => (await entriesFor(who)).map(({ type }) => type);

beforeAll(async () => {
  audit = await runAudit(tampering);
  await recordCase(audit, other, 'CN-2025-0001');
  audit.clock.set('2025-02-03T08:00:00Z');
  instants = await recordCase(audit, caseId, 'CN-2025-0002');
  await audit.service.idle();
});
afterAll(() => audit.stop());
afterEach(() => {
  altered = undefined;
});

describe('the history of a case', () => {
  it('holds the events of all services in the one order of the store, and of this case alone', async () => {
    const entries = await entriesFor(filerAuditor);
    expect(entries.map(({ type, stream }) => `${stream.split('-', 1)[0] ?? ''} ${type}`)).toEqual([
      'intake.case GrievanceFiled',
      'intake.case DraftKept',
      'evidence.exhibits ExhibitAccepted',
      'intake.docket DocketNumberAllocated',
      'intake.case CaseRegistered',
      'panelreview.panel PanelOpened',
      'intake.case ReplyLapsed',
      'panelreview.panel PanelConvened',
      'referral.referral ExitNoticeGiven',
    ]);
    expect(entries[3]).toMatchObject({ payload: { caseId, docketNumber: 'CN-2025-0002' }, revision: 1 });
  });

  it('says of each who, when in law and when recorded, under which rule, in answer to what, and with which digests', async () => {
    const [first] = await entriesFor(filerAuditor);
    expect(first).toMatchObject({
      sentence: { en: 'The grievance was filed; both desks have notice of it.', 'zh-Hans': '申诉已提交，双方主管部门均已获通知。' },
      actor: { kind: 'person', personId: 'cn-desk-1', role: 'desk', party: 'CN' },
      occurredAt: '2025-02-04T09:00:00.000Z',
      recordedAt: '2025-02-04T09:00:00.000Z',
      rule: 'S1',
      ruleSetVersion: '2026-1',
      cause: { kind: 'command' },
      tier: 'PARTIES',
      previous: null,
      payload: { caseId },
    });
    expect(first?.['payloadDigest']).toMatch(/^[0-9a-f]{64}$/);
  });

  it('fills the sentence with what the event says', async () => {
    const entries = await entriesFor(filerAuditor);
    expect(entries.find(({ type }) => type === 'ExhibitAccepted')?.['sentence']).toEqual({
      en: 'Exhibit CHN-1 was accepted.',
      'zh-Hans': '证据 CHN-1 已接收。',
    });
    expect(entries.find(({ type }) => type === 'DraftKept')?.['sentence']).toEqual({
      en: 'Recorded: draft kept.',
      'zh-Hans': '已记录：DraftKept。',
    });
  });

  it('goes from page to page without losing or repeating an event', async () => {
    const paged: Entry[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: Entry[]; next: string | null } = (await get(`?limit=2${cursor && `&cursor=${cursor}`}`, filerAuditor)).json();
      paged.push(...page.items);
      cursor = page.next;
    }
    expect(paged).toEqual(await entriesFor(filerAuditor));
  });

  it('leaves out what is not the reader’s to read', async () => {
    expect(await typesFor(otherAuditor)).not.toContain('DraftKept');
    expect(await typesFor(registry)).toContain('DraftKept');
    expect(await typesFor(member)).toEqual([
      'ExhibitAccepted',
      'DocketNumberAllocated',
      'CaseRegistered',
      'PanelOpened',
      'ReplyLapsed',
      'PanelConvened',
      'ExitNoticeGiven',
    ]);
  });

  it.each<[string, Who]>([
    ['an auditor of neither side', ['x', 'FR', 'auditor']],
    ['a panel member of other cases', ['us-panel-9', null, 'panel']],
  ])('is 404 for %s, exactly like a case that is not there', async (_who, who) => {
    const [hidden, absent] = [await get('', who), await get('', filerAuditor, caseIdOf(99))];
    expect(hidden.statusCode).toBe(404);
    expect(Object.keys(hidden.json<object>())).toEqual(Object.keys(absent.json<object>()));
    expect(hidden.json<{ code: string }>().code).toBe(absent.json<{ code: string }>().code);
  });

  it('is for nobody without a token or with a role that reads no cases', async () => {
    expect((await audit.app.inject({ method: 'GET', url: `/v1/cases/${caseId}/history` })).statusCode).toBe(401);
    expect((await get('', ['op', null, 'operator'])).statusCode).toBe(403);
  });

  it('refuses a cursor of another case', async () => {
    const { next } = (await get('?limit=1', filerAuditor, other)).json<{ next: string }>();
    expect((await get(`?cursor=${next}`, filerAuditor)).json<{ code: string }>().code).toBe('cursor-invalid');
  });
});

describe('a member of the panel', () => {
  it('is told nothing that counts what stands between the parties alone (I-43)', async () => {
    for (const entry of await entriesFor(member)) expect([entry.revision, entry['previous']]).toEqual([null, null]);
    const { parts } = (await get('/state', member)).json<{ parts: { revision: unknown }[] }>();
    expect(parts.map(({ revision }) => revision)).toEqual(parts.map(() => null));
    const chained = [await get('/check', member), await get('/export', member), await get('', member, caseId, { accept: 'application/x-ndjson' })];
    for (const refused of chained) expect([refused.statusCode, refused.json<{ rule: string }>().rule]).toEqual([403, 'I-43']);
  });
});

describe('the state of a case at an instant', () => {
  const stateAt = async (asOf: string, who: Who = filerAuditor) => (await get(`/state?asOf=${asOf}`, who)).json<Record<string, unknown>>();

  it('is made of what had been recorded by then, and of nothing later', async () => {
    const state = await stateAt('2025-02-06T10:30:00Z');
    expect(state).toMatchObject({
      asOf: '2025-02-06T10:30:00.000Z',
      parts: [
        { stream: streams.intake, revision: 2, last: { type: 'CaseRegistered', rule: 'S3' } },
        { stream: streams.exhibits, revision: 0 },
        { stream: streams.docket, revision: 1 },
      ],
      running: [{ id: 'reply', stage: 'S4', dueAt: '2025-02-21T16:00:00.000Z', stream: streams.intake }],
    });
  });

  it('was empty before the filing', async () => {
    expect(await stateAt('2025-02-01T00:00:00Z')).toMatchObject({ parts: [], happened: [], running: [] });
  });

  it('takes an instant with a zone, and none but an instant', async () => {
    expect((await stateAt('2025-02-06T11:30:00%2B01:00'))['asOf']).toBe('2025-02-06T10:30:00.000Z');
    expect((await get('/state?asOf=yesterday', filerAuditor)).statusCode).toBe(422);
  });

  it('differs by reader as the history does', async () => {
    const { parts } = (await stateAt('2025-02-04T12:00:00Z', otherAuditor)) as { parts: { revision: number }[] };
    expect(parts).toMatchObject([{ revision: 0, last: { type: 'GrievanceFiled' } }]);
  });

  it('at each past instant equals what was shown then (I-36)', async () => {
    const third = caseIdOf(3);
    const { others, clock } = audit;
    const spy = {
      others: {
        record: async (...args: Parameters<typeof others.record>) => {
          const recorded = await others.record(...args);
          await audit.service.idle();
          const response = await get('/state', filerAuditor, third);
          seen.push({ at: clock.now(), state: response.json() });
          return recorded;
        },
      },
      clock,
    };
    clock.set('2025-02-03T08:00:00Z');
    await recordCase(spy as unknown as typeof audit, third, 'CN-2025-0003');
    expect(seen).toHaveLength(instants.length);
    for (const { at, state } of seen) expect((await get(`/state?asOf=${at}`, filerAuditor, third)).json()).toEqual(state);
  });
});

describe('a case as others saw it on a day', () => {
  const seenAs = async (eyes: string, asOf: string, who: Who = filerAuditor) =>
    (await get(`/state?asOf=${asOf}&as=${eyes}`, who)).json<{ parts: { stream: string }[]; happened: { type: string }[] }>();
  const types = async (...given: Parameters<typeof seenAs>) => (await seenAs(...given)).happened.map(({ type }) => type);

  it('is at their tiers: what is the filer’s alone its other party never saw', async () => {
    expect(await types('complainant', '2025-02-05T12:00:00Z')).toEqual(['GrievanceFiled', 'DraftKept', 'ExhibitAccepted']);
    expect(await types('respondent', '2025-02-05T12:00:00Z')).toEqual(['GrievanceFiled', 'ExhibitAccepted']);
  });

  it('was nothing to the panel before it had a member, and to the public before the registration', async () => {
    expect(await types('panel', '2025-02-20T12:00:00Z')).toEqual([]);
    expect(await types('panel', '2025-03-08T12:00:00Z')).toEqual(expect.arrayContaining(['ExhibitAccepted', 'PanelConvened']));
    expect(await types('panel', '2025-03-08T12:00:00Z')).not.toContain('GrievanceFiled');
    expect(await types('public', '2025-02-05T12:00:00Z')).toEqual([]);
    expect(await types('public', '2025-03-08T12:00:00Z')).toContain('CaseRegistered');
    expect(await types('public', '2025-03-08T12:00:00Z')).not.toContain('ExhibitAccepted');
  });

  it('never shows its reader more than the reader may read', async () => {
    expect(await types('complainant', '2025-02-05T12:00:00Z', otherAuditor)).not.toContain('DraftKept');
    expect((await get('/state?as=the-other-side', filerAuditor)).statusCode).toBe(422);
  });
});

describe('the difference of a case between two instants', () => {
  interface Difference {
    readonly events: readonly { readonly type: string }[];
    readonly happened: readonly { readonly type: string; readonly times: number }[];
    readonly opened: readonly { readonly id: string }[];
    readonly closed: readonly { readonly id: string }[];
    readonly more: boolean;
  }
  const difference = async (query: string, who: Who = filerAuditor) => get(`/difference?${query}`, who);

  it('lists what was recorded in between, and the limits that it began and ended', async () => {
    const answer = (await difference('from=2025-02-06T09:30:00Z&to=2025-02-21T16:00:00Z')).json<Difference>();
    expect(answer.events.map(({ type }) => type)).toEqual(['CaseRegistered', 'PanelOpened', 'ReplyLapsed']);
    expect(answer).toMatchObject({ closed: [{ id: 'completeness' }], more: false });
    expect(answer.opened.map(({ id }) => id).toSorted()).toEqual(['consultations', 'nomination']);
  });

  it('is nothing where nothing was recorded', async () => {
    const answer = (await difference('from=2025-02-06T11:30:00Z&to=2025-02-06T12:00:00Z')).json();
    expect(answer).toMatchObject({ parts: [], happened: [], opened: [], closed: [], moved: [], events: [] });
  });

  it('holds nothing that its reader may not read', async () => {
    const answer = (await difference('from=2025-02-01T00:00:00Z', otherAuditor)).json<Difference>();
    expect(answer.happened.map(({ type }) => type)).not.toContain('DraftKept');
    expect((await difference('from=2025-02-01T00:00:00Z', member)).json<Difference>().events.map(({ type }) => type)).not.toContain('GrievanceFiled');
  });

  it('runs forward, between instants', async () => {
    const reversed = await difference('from=2025-02-06T11:30:00Z&to=2025-02-06T11:29:59Z');
    expect([reversed.statusCode, reversed.json<{ code: string }>().code]).toEqual([422, 'instants-reversed']);
    expect((await difference('to=2025-02-06T11:29:59Z')).statusCode).toBe(422);
  });
});

describe('the check of the chain', () => {
  it('finds every stream of the case intact, with its head', async () => {
    const { intact, streams: checked } = (await get('/check', filerAuditor)).json<{ intact: boolean; streams: Entry[] }>();
    expect(intact).toBe(true);
    expect(checked.map(({ stream }) => stream).toSorted()).toEqual(
      [streams.intake, streams.docket, streams.exhibits, streams.panel, streams.referral].toSorted(),
    );
    for (const { kind, head } of checked) expect([kind, typeof head]).toEqual(['intact', 'string']);
  });

  it('reports an altered event with its place', async () => {
    altered = streams.intake;
    const { intact, streams: checked } = (await get('/check', otherAuditor)).json<{ intact: boolean; streams: Entry[] }>();
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
  const readsOf = async (id: string, who: Who = filerAuditor, query = '') => (await get(`/reads${query}`, who, id)).json<{ items: Entry[]; next: string | null }>();

  it('is on record with person, tier and purpose before anything is handed out (I-40)', async () => {
    const fourth = caseIdOf(4);
    await recordCase(audit, fourth, 'CN-2025-0004');
    await audit.service.idle();
    await get('/export', otherAuditor, fourth, { 'parley-purpose': 'Yearly audit' });
    await get('', member, fourth);
    const { items } = await readsOf(fourth);
    expect(items.map(({ personId, what, tier, purpose }) => [personId, what, tier, purpose])).toEqual([
      ['cn-panel-1', 'page', 'PANEL', null],
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
    await recordCase(audit, fifth, 'CN-2025-0005');
    await audit.service.idle();
    const tags = () => Promise.all([filerAuditor, otherAuditor].map(async (who) => (await get('', who, fifth)).headers['etag']));
    const [filer, other] = await tags();
    await audit.others.record(streamsOf(fifth).intake, { type: 'DraftKept', tier: 'FILER', data: { note: 'for the filer alone' } });
    expect(await tags()).toEqual([expect.not.stringMatching(String(filer)), other]);
  });
});

describe('what a party lays before the registry alone', () => {
  it('is in the history of its own side and of the registry, whichever side it is', async () => {
    const sixth = caseIdOf(6);
    await recordCase(audit, sixth, 'CN-2025-0006');
    await audit.service.idle();
    const draft = (party: string) => ({ type: 'DossierRequested', tier: 'FILER', actor: personActor(`${party}-desk`, 'desk', party), data: { n: 1, party } }) as const;
    await audit.others.record(streamsOf(sixth).referral, draft('US'), draft('CN'));
    const requestedBy = async (who: Who): Promise<readonly unknown[]> => {
      const { items } = (await get('', who, sixth)).json<{ items: { type: string; actor: { party: string } }[] }>();
      return items.flatMap(({ type, actor }) => (type === 'DossierRequested' ? [actor.party] : []));
    };
    expect(await Promise.all([otherAuditor, filerAuditor, registry, member].map(requestedBy))).toEqual([['US'], ['CN'], ['US', 'CN'], []]);
    const seen = await get('/state?asOf=2026-01-01T00:00:00Z&as=complainant', registry, sixth);
    expect([seen.statusCode, seen.body.includes('"party":"US"')]).toEqual([200, false]);
  });
});

describe('the deliberation', () => {
  it('is in nobody’s history before the findings are issued, and then in that of its members alone', async () => {
    for (const who of [filerAuditor, registry, member]) {
      expect(await typesFor(who)).not.toContain('VoteCast');
      expect((await get('/check', who)).body).not.toContain('deliberation');
    }
    await audit.others.record(streams.panel, {
      type: 'FindingsIssued',
      tier: 'PUBLIC',
      tells: tells(panelReview.FindingsIssuedSchema, '2025-06-19T10:00:00Z', {
        caseId,
        issuedAt: '2025-06-19T10:00:00.000Z',
        digest: 'ef'.repeat(32),
      }),
    });
    await audit.service.idle();
    expect(await typesFor(member)).toContain('VoteCast');
    for (const who of [filerAuditor, registry]) expect(await typesFor(who)).not.toContain('VoteCast');
  });
});
