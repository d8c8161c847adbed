import type { CaseId } from '@parley/kernel';
import { IntakeApp } from '../intake-app.fixture';
import { complainant, grievance } from './case-story.fixture';

interface Line {
  readonly id: string;
  readonly nextDeadline: string | null;
}
interface Due {
  readonly stage: string;
  readonly dueAt: string;
}
interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** One millisecond behind an instant, as the first that a list does not give any more. */
const behind = (instant: string): string => new Date(Date.parse(instant) + 1).toISOString();

describe('a list of which a desk asks for a part', () => {
  let intake: IntakeApp;
  let filed: CaseId;
  let registered: CaseId;

  beforeAll(async () => {
    intake = await IntakeApp.start();
    registered = await intake.registeredCase();
    filed = await intake.filedCase();
    await intake.service.idle();
  });
  afterAll(() => intake.stop());

  const page = async <Item>(path: string): Promise<Page<Item>> => (await intake.get(path, 'us-desk')).json();
  const cases = async (query: string): Promise<readonly string[]> =>
    (await page<Line>(`/v1/cases?${query}`)).items.map(({ id }) => id);

  it('gives the cases of a status, and those with a deadline in a span of time', async () => {
    expect([await cases('status=filed'), await cases('status=registered')]).toEqual([[filed], [registered]]);
    const { items } = await page<Line>('/v1/cases');
    for (const { id, nextDeadline } of items) {
      const at = nextDeadline ?? '';
      expect(await cases(`dueFrom=${at}&dueTo=${behind(at)}`)).toContain(id);
      expect(await cases(`dueTo=${at}`)).not.toContain(id);
    }
    expect(items).toHaveLength(2);
    expect(await cases('dueFrom=2027-01-01T00:00:00Z')).toEqual([]);
  });

  it('gives the cases in which a claim was made under an agreement, and those that ended in some way', async () => {
    const ended = await intake.registeredCase({ type: 'WithdrawGrievance', ...complainant('2025-02-06T11:00:00Z') });
    await intake.service.idle();
    expect(await cases('outcome=withdrawn')).toEqual([ended]);
    expect(await cases('outcome=withdrawn&agreement=GATT1994')).toEqual([ended]);
    expect(await cases('outcome=settled')).toEqual([]);
    expect(new Set(await cases('agreement=GATT1994'))).toEqual(new Set([filed, registered, ended]));
    expect(await cases('agreement=SCM')).toEqual([]);
  });

  it('gives the cases that complain of a measure, however its number is written', async () => {
    const [measure] = grievance.measures;
    const numbered = (number: string) => ({ measures: [{ ...measure!, number }] });
    const chinese = await intake.filedCase(numbered('海关总署公告2025年第18号'));
    const english = await intake.filedCase(numbered('GACC Announcement No. 18 of 2024'));
    const worded = await intake.filedCase(numbered('Section Three Hundred One'));
    await intake.service.idle();
    const of = async (number: string): Promise<ReadonlySet<string>> =>
      new Set(await cases(`measure=${encodeURIComponent(number)}`));
    for (const number of ['No. 18', '18', '第18号', '第０１８号'])
      expect(await of(number)).toEqual(new Set([english, chinese]));
    for (const number of ['18 of 2025', '2025年第18号', 'Announcement (2025) 18'])
      expect(await of(number)).toEqual(new Set([chinese]));
    expect(await of('section three-hundred one')).toEqual(new Set([worded]));
    expect(await of('Executive Order 14195')).toContain(filed);
    for (const number of ['1', '1419', '14195a', '18 of 2023', 'Section']) expect(await of(number)).toEqual(new Set());
  });

  it('gives the cases in which a deadline of a stage runs, and those with a notice not retrieved', async () => {
    const { items } = await page<Due & { readonly case: string }>('/v1/agenda');
    for (const each of items) expect(await cases(`stage=${each.stage}`)).toContain(each.case);
    expect(items.length).toBeGreaterThan(0);
    expect(await cases('stage=S13')).toEqual([]);
    const unretrieved = async (): Promise<ReadonlySet<string>> => new Set(await cases('inbox=unretrieved'));
    const notices = (await page<{ readonly id: string }>(`/v1/inbox?case=${registered}`)).items.map(({ id }) => id);
    expect(await unretrieved()).toContain(registered);
    const retrieved = await intake.post(`/v1/cases/${registered}/service/retrievals`, 'us-desk', { notices });
    expect(retrieved.statusCode).toBe(200);
    await intake.service.idle();
    expect(await unretrieved()).not.toContain(registered);
    const theirs = (await intake.get('/v1/cases?inbox=unretrieved', 'cn-desk')).json<Page<Line>>().items;
    expect(theirs.map(({ id }) => id)).toContain(registered);
  });

  it('gives of an agenda what is due in a span of time, and at a stage', async () => {
    const { items } = await page<Due>('/v1/agenda');
    const agenda = async (query: string) => (await page<Due>(`/v1/agenda?${query}`)).items;
    for (const { dueAt, stage } of items) {
      expect(await agenda(`dueFrom=${dueAt}&dueTo=${behind(dueAt)}`)).toEqual(
        items.filter((each) => each.dueAt === dueAt),
      );
      expect(await agenda(`stage=${stage}`)).toEqual(items.filter((each) => each.stage === stage));
    }
    expect(items.length).toBeGreaterThan(0);
  });

  it('gives of an agenda what is of a clock, and of a case', async () => {
    type Item = Due & { readonly case: string; readonly clock: string };
    const agenda = async (query = '') => (await page<Item>(`/v1/agenda?${query}`)).items;
    const all = await agenda();
    for (const { clock, case: caseId } of all) {
      expect(await agenda(`clock=${clock}`)).toEqual(all.filter((item) => item.clock === clock));
      expect(await agenda(`case=${caseId}`)).toEqual(all.filter((item) => item.case === caseId));
    }
    expect(all.length).toBeGreaterThan(0);
    const { docketNumber } = (await intake.get(`/v1/cases/${registered}`, 'us-desk')).json<{ docketNumber: string }>();
    expect(await agenda(`case=${docketNumber}`)).toEqual(all.filter((item) => item.case === registered));
    expect(await agenda('case=CN-2025-9999')).toEqual([]);
  });

  it('gives of a case nothing that its reader is not told anyway (I-43)', async () => {
    const asked = (who: string) => intake.get(`/v1/agenda?case=${registered}&clock=reply`, who);
    const items = async (who: string) => (await asked(who)).json<Page<Due>>().items;
    expect((await items('us-desk')).length).toBe(1);
    for (const who of ['cn-desk', 'us-registry', 'us-1', 'fr-desk']) expect(await items(who)).toEqual([]);
    expect((await intake.get(`/v1/inbox?case=${registered}`, 'fr-desk')).json<Page<Line>>().items).toEqual([]);
  });

  it('gives of an inbox what tells of an event, and what brings a document', async () => {
    interface Told {
      readonly id: string;
      readonly of: { readonly event: string };
      readonly document: { readonly kind: string } | null;
    }
    const inbox = async (query = '') => (await page<Told>(`/v1/inbox?${query}`)).items;
    const all = await inbox();
    for (const { of, document } of all) {
      expect(await inbox(`event=${of.event}`)).toEqual(all.filter((each) => each.of.event === of.event));
      if (document)
        expect(await inbox(`document=${document.kind}`)).toEqual(
          all.filter((each) => each.document?.kind === document.kind),
        );
    }
    expect(all.filter(({ document }) => document).length).toBeGreaterThan(0);
    const unread = await inbox('document=grievance&state=unretrieved');
    expect(unread.length).toBeLessThan((await inbox('document=grievance')).length);
    expect(await inbox('document=dossier')).toEqual([]);
  });

  it.each([
    ['/v1/cases?status=open', '/status'],
    ['/v1/cases?dueFrom=tomorrow', '/dueFrom'],
    ['/v1/cases?agreement=GATT94', '/agreement'],
    ['/v1/cases?outcome=won', '/outcome'],
    ['/v1/cases?stage=S99', '/stage'],
    ['/v1/cases?inbox=read', '/inbox'],
    ['/v1/cases?measure=%E2%80%94', '/measure'],
    ['/v1/agenda?stage=S99', '/stage'],
    ['/v1/agenda?clock=replies', '/clock'],
    ['/v1/agenda?case=CN', '/case'],
    ['/v1/inbox?event=CaseLost', '/event'],
    ['/v1/inbox?document=cheque', '/document'],
    ['/v1/inbox?clock=reply', '/clock'],
  ])('refuses what is no such value with its path: %s', async (path, at) => {
    expect((await intake.get(path, 'us-desk')).json()).toMatchObject({
      code: 'invalid-fields',
      errors: [{ path: at }],
    });
  });

  it('goes on only with the cursor of the same question', async () => {
    const { next } = await page<Line>('/v1/cases?limit=1');
    const cursor = encodeURIComponent(next ?? '');
    expect((await page<Line>(`/v1/cases?limit=1&cursor=${cursor}`)).items).toHaveLength(1);
    expect((await intake.get(`/v1/cases?status=filed&cursor=${cursor}`, 'us-desk')).json()).toMatchObject({
      code: 'cursor-invalid',
    });
  });
});
