import { panelReview } from '@parley/contracts';
import { personActor } from './case-record.fixture';
import { recordCase, streamsOf } from './case-record-story.fixture';
import { caseIdOf, tells } from '../docket/docket-story.fixture';
import {
  caseId,
  type Entry,
  filerAuditor,
  member,
  other,
  otherAuditor,
  ReadHistory,
  registry,
  streams,
  type Who,
} from './read-history.fixture';

let history: ReadHistory;
const get = (...asked: Parameters<ReadHistory['get']>) => history.get(...asked);

beforeAll(async () => {
  history = await ReadHistory.start();
});
afterAll(() => history.audit.stop());

describe('the history of a case', () => {
  it('holds the events of all services in the one order of the store, and of this case alone', async () => {
    const entries = await history.entriesFor(filerAuditor);
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

  it(
    'says of each who, when in law and when recorded, under which rule, in answer to what, ' + 'and with which digests',
    async () => {
      const [first] = await history.entriesFor(filerAuditor);
      expect(first).toMatchObject({
        sentence: {
          en: 'The grievance of China was filed; both desks have notice of it.',
          'zh-Hans': '中国的申诉已提交，双方主管部门均已获通知。',
        },
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
    },
  );

  it('fills the sentence with what the event says', async () => {
    const entries = await history.entriesFor(filerAuditor);
    expect(entries.find(({ type }) => type === 'ExhibitAccepted')?.['sentence']).toEqual({
      en: 'Exhibit CHN-1 was filed.',
      'zh-Hans': '已提交证据 CHN-1。',
    });
    expect(entries.find(({ type }) => type === 'DraftKept')?.['sentence']).toEqual({
      en: 'On record: draft kept.',
      'zh-Hans': '记录在案：DraftKept。',
    });
  });

  it('names in a sentence the parties of the case, though the event itself does not', async () => {
    const entries = await history.entriesFor(filerAuditor);
    expect(entries.find(({ type }) => type === 'ReplyLapsed')?.['sentence']).toMatchObject({
      'zh-Hans': expect.stringMatching(/^被申诉方（美国）未在/) as string,
    });
  });

  it('names in a sentence nobody whom the entry does not show', async () => {
    for (const who of [filerAuditor, otherAuditor, registry, member])
      for (const { sentence, actor, payload } of await history.entriesFor(who)) {
        const shown = JSON.stringify([actor, payload]);
        const named = JSON.stringify(sentence).match(/\b(?:cn|us)-[a-z]+-\d\b/g) ?? [];
        expect(named.filter((person) => !shown.includes(person))).toEqual([]);
      }
  });

  it('goes from page to page without losing or repeating an event', async () => {
    const paged: Entry[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: Entry[]; next: string | null } = (
        await get(`?kind=all&limit=2${cursor && `&cursor=${cursor}`}`, filerAuditor)
      ).json();
      paged.push(...page.items);
      cursor = page.next;
    }
    expect(paged).toEqual(await history.entriesFor(filerAuditor));
  });

  it('leaves out what is not the reader’s to read', async () => {
    expect(await history.typesFor(otherAuditor)).not.toContain('DraftKept');
    expect(await history.typesFor(registryOf('CN'))).toContain('DraftKept');
    expect(await history.typesFor(registryOf('US'))).not.toContain('DraftKept');
    expect(await history.typesFor(member)).toEqual([
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
    expect((await history.audit.app.inject({ method: 'GET', url: `/v1/cases/${caseId}/history` })).statusCode).toBe(
      401,
    );
    expect((await get('', ['op', null, 'operator'])).statusCode).toBe(403);
  });

  it('refuses a cursor of another case', async () => {
    const { next } = (await get('?limit=1', filerAuditor, other)).json<{ next: string }>();
    expect((await get(`?cursor=${next}`, filerAuditor)).json<{ code: string }>().code).toBe('cursor-invalid');
  });
});

describe('a member of the panel', () => {
  it('is told nothing that counts what stands between the parties alone (I-43)', async () => {
    for (const entry of await history.entriesFor(member))
      expect([entry.revision, entry['previous']]).toEqual([null, null]);
    const { parts } = (await get('/state', member)).json<{ parts: { revision: unknown }[] }>();
    expect(parts.map(({ revision }) => revision)).toEqual(parts.map(() => null));
    const chained = [
      await get('/check', member),
      await get('/export', member),
      await get('', member, caseId, { accept: 'application/x-ndjson' }),
    ];
    for (const refused of chained)
      expect([refused.statusCode, refused.json<{ rule: string }>().rule]).toEqual([403, 'I-43']);
  });
});

/** An officer of the registry whom a side sent. */
const registryOf = (party: string): Who => [`${party}-registry`, party, 'registry'];

describe('what is a side’s own', () => {
  it('is in the history of its desk, auditors and officers of the registry alone, whichever side it is', async () => {
    const sixth = caseIdOf(6);
    await recordCase(history.audit, sixth, 'CN-2025-0006');
    await history.audit.service.idle();
    const draft = (party: string) =>
      ({
        type: 'DossierRequested',
        tier: 'FILER',
        actor: personActor(`${party}-desk`, 'desk', party),
        data: { n: 1, party },
      }) as const;
    await history.audit.others.record(streamsOf(sixth).referral, draft('US'), draft('CN'));
    const requestedBy = async (who: Who): Promise<readonly unknown[]> => {
      const { items } = (await get('', who, sixth)).json<{ items: { type: string; actor: { party: string } }[] }>();
      return items.flatMap(({ type, actor }) => (type === 'DossierRequested' ? [actor.party] : []));
    };
    expect(
      await Promise.all(
        [otherAuditor, filerAuditor, registryOf('US'), registryOf('CN'), ['head', 'CN', 'cohead'] as Who, member].map(
          requestedBy,
        ),
      ),
    ).toEqual([['US'], ['CN'], ['US'], ['CN'], [], []]);
    const seen = await get('/state?as=complainant', registryOf('US'), sixth);
    expect([seen.statusCode, seen.body.includes('"party":"US"')]).toEqual([200, false]);
  });
});

describe('the deliberation', () => {
  it('is in nobody’s history before the findings are issued, and then in that of its members alone', async () => {
    for (const who of [filerAuditor, registry, member]) {
      expect(await history.typesFor(who)).not.toContain('VoteCast');
      expect((await get('/check', who)).body).not.toContain('deliberation');
    }
    await history.audit.others.record(streams.panel, {
      type: 'FindingsIssued',
      tier: 'PUBLIC',
      tells: tells(panelReview.FindingsIssuedSchema, '2025-06-19T10:00:00Z', {
        caseId,
        issuedAt: '2025-06-19T10:00:00.000Z',
        digest: 'ef'.repeat(32),
      }),
    });
    await history.audit.service.idle();
    expect(await history.typesFor(member)).toContain('VoteCast');
    for (const who of [filerAuditor, registry]) expect(await history.typesFor(who)).not.toContain('VoteCast');
  });
});
