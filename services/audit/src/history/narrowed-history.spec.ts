import type { Cause } from '@parley/event-store';
import { personActor } from './case-record.fixture';
import { kindOf } from './narrow-history';
import { caseId, type Entry, filerAuditor, member, ReadHistory, streams, type Who } from './read-history.fixture';

const byItself = { kind: 'system', process: 'deadlines' } as const;
const cause = (kind: 'timer' | 'event'): Cause => ({ kind, id: 'reply' });

describe('an entry of a history', () => {
  it('is a milestone or plumbing by its event, whoever did it and whatever brought it about', () => {
    const desk = personActor('cn-desk', 'desk', 'CN');
    const of = (stream: string, type: string) => kindOf({ stream, type, actor: desk, cause: cause('event') });
    expect([of(streams.intake, 'CaseRegistered'), of(streams.panel, 'PanelConvened')]).toEqual([
      'milestone',
      'milestone',
    ]);
    expect([of(streams.intake, 'CompositionNoted'), of(streams.panel, 'CompositionNoted')]).toEqual([
      'plumbing',
      'act',
    ]);
  });

  it.each([
    ['act', streams.intake, personActor('cn-desk', 'desk', 'CN'), cause('event')],
    ['default', streams.intake, byItself, cause('timer')],
    ['consequence', streams.panel, byItself, cause('event')],
    ['notice', `intake.service-${caseId}`, byItself, cause('event')],
    ['act', `intake.service-${caseId}`, personActor('us-desk', 'desk', 'US'), cause('event')],
  ])('is else of the kind %s by how it came about (%#)', (kind, stream, actor, of) => {
    expect(kindOf({ stream, type: 'SomethingElse', actor, cause: of })).toBe(kind);
  });
});

describe('a history of which a reader asks a part', () => {
  let history: ReadHistory;
  const page = async (query: string, who: Who = filerAuditor) =>
    (await history.get(query, who)).json<{ items: Entry[]; next: string | null }>();
  const types = async (query: string, who?: Who) => (await page(query, who)).items.map(({ type }) => type);

  beforeAll(async () => {
    history = await ReadHistory.start();
  });
  afterAll(() => history.audit.stop());

  it.each([
    ['?kind=act', ['GrievanceFiled']],
    ['?kind=milestone', ['CaseRegistered', 'PanelConvened']],
    ['?kind=plumbing', ['DocketNumberAllocated']],
    ['?kind=milestone&part=panelreview', ['PanelConvened']],
    ['?by=cn-desk-1', ['GrievanceFiled']],
    ['?rule=S4', ['ReplyLapsed']],
    ['?part=panelreview', ['PanelOpened', 'PanelConvened']],
    ['?tier=PANEL', ['ExhibitAccepted']],
    ['?from=2025-02-06T10:00:00Z&to=2025-02-21T16:00:00Z', ['CaseRegistered', 'PanelOpened']],
    ['?tier=PUBLIC&part=intake&rule=S3', ['CaseRegistered']],
    ['?rule=S13', []],
  ])('has what %s asks for, in its order, and nothing else', async (query, expected) => {
    expect(await types(query)).toEqual(expected);
  });

  it('is without plumbing where no kind is asked for, and whole where all are', async () => {
    const [asked, all] = [await types(''), await types('?kind=all')];
    expect(all).toContain('DocketNumberAllocated');
    expect(asked).toEqual(all.filter((type) => type !== 'DocketNumberAllocated'));
    expect(all).toEqual(await history.typesFor(filerAuditor));
  });

  it('goes on from page to page, and takes a cursor of no other question', async () => {
    const first = await page('?tier=PUBLIC&limit=2');
    const second = await page(`?tier=PUBLIC&limit=50&cursor=${String(first.next)}`);
    expect([...first.items, ...second.items].map(({ type }) => type)).toEqual(await types('?tier=PUBLIC'));
    expect((await history.get(`?limit=2&cursor=${String(first.next)}`, filerAuditor)).json()).toMatchObject({
      code: 'cursor-invalid',
    });
  });

  it('never has what is not the reader’s own to read (I-14, I-43)', async () => {
    expect(await types('?tier=DELIBERATION')).toEqual([]);
    expect(await types('?tier=PARTIES', member)).toEqual([]);
    expect(await types('?tier=FILER', member)).toEqual([]);
  });

  it.each(['?kind=substance', '?part=audit', '?tier=SECRET', '?from=yesterday', '?since=2025'])(
    'does not understand %s',
    async (query) => {
      expect((await history.get(query, filerAuditor)).statusCode).toBe(422);
    },
  );
});
