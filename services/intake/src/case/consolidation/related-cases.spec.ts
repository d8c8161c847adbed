import { sha256 } from '@parley/event-store';
import { canonicalJson, type CaseId } from '@parley/kernel';
import { caseStream } from '../../streams';
import { at, grievance } from '../case-story.fixture';
import { IntakeApp } from '../../intake-app.fixture';

interface Shown {
  readonly id: CaseId;
  readonly docketNumber: string;
  readonly status: string;
  readonly consolidatedWith: readonly { readonly id: string }[];
}

describe('cases that have to do with one another, over the API', () => {
  let intake: IntakeApp;
  let first: CaseId;
  beforeAll(async () => {
    intake = await IntakeApp.start();
  });
  afterAll(() => intake.stop());
  beforeEach(async () => {
    intake.time.now = at('2025-02-06T10:00:00Z');
    first = await intake.registeredCase();
    intake.time.now = at('2025-02-10T10:00:00Z');
  });

  const reason = { en: 'The same duties.', 'zh-Hans': '同一关税。' };
  const ofChina = {
    ...grievance,
    measures: grievance.measures.map((measure) => ({ ...measure, wtoMember: 'CN' })),
  };
  const file = (who: string, more: object) => {
    const filed = who === 'us-desk' ? ofChina : grievance;
    const certification = { digest: sha256(canonicalJson(filed)) };
    return intake.post('/v1/cases', who, {
      grievance: filed,
      certification,
      contact: { name: 'Ann', reach: '+1' },
      ...more,
    });
  };
  const shown = async (caseId: CaseId, who = 'us-desk') => (await intake.get(`/v1/cases/${caseId}`, who)).json<Shown>();
  const counter = async (relation: string): Promise<CaseId> => {
    const { id } = (await file('us-desk', { counterTo: { case: first, relation } })).json<Shown>();
    await intake.post(`/v1/cases/${id}/completeness`, 'us-registry', { finding: 'complete' });
    await intake.service.idle();
    return id;
  };
  const sign = async (caseId: CaseId, who: string) => {
    const { items: proposals } = (await intake.get(`/v1/cases/${caseId}/proposals`, who)).json<{
      items: { id: string; digest: string }[];
    }>();
    const { id, digest } = proposals.at(-1)!;
    return intake.post(`/v1/cases/${caseId}/proposals/${id}/signatures`, who, { digest });
  };

  it(
    'are drafted anew from a case that ended, and filed again with a reference to it that ' + 'the panel does not see',
    async () => {
      expect((await intake.post(`/v1/cases/${first}/drafts`, 'cn-desk')).json()).toMatchObject({ code: 'not-ended' });
      await intake.post(`/v1/cases/${first}/withdrawal`, 'cn-desk');
      expect((await intake.post(`/v1/cases/${first}/drafts`, 'us-desk')).json()).toMatchObject({
        code: 'not-your-side',
      });
      const draft = await intake.post(`/v1/cases/${first}/drafts`, 'cn-desk');
      expect([draft.statusCode, draft.headers['location']]).toEqual([201, expect.stringContaining('/v1/drafts/')]);
      expect(draft.json()).toMatchObject({ grievance: { claims: [{ id: 'C1' }] } });
      expect((await file('us-desk', { previous: first })).json()).toMatchObject({ code: 'previous-not-closed' });
      expect((await file('cn-desk', { previous: first })).json()).toMatchObject({ previous: first });
    },
  );

  it('are countered on a distinct matter by a case of its own, which changes nothing in the first (I-32)', async () => {
    const before = await intake.recorded(caseStream(first));
    const second = await counter('distinct');
    expect(await shown(second)).toMatchObject({ status: 'registered', counterTo: { id: first, relation: 'distinct' } });
    expect(await intake.recorded(caseStream(first))).toEqual(before);
    expect((await file('cn-desk', { counterTo: { case: first, relation: 'distinct' } })).json()).toMatchObject({
      code: 'no-case-to-counter',
    });
  });

  it(
    'on the same matter are offered a common timetable, go side by side when it is ' + 'signed, and apart again',
    async () => {
      const second = await counter('same-matter');
      expect((await sign(second, 'cn-desk')).statusCode).toBe(200);
      await intake.service.idle();
      expect([(await shown(first)).consolidatedWith, (await shown(second)).consolidatedWith]).toMatchObject([
        [{ id: second }],
        [{ id: first }],
      ]);
      const timetable = (await intake.get(`/v1/cases/${first}/timetable`, 'cn-desk')).json<{
        cases: string[];
        dates: { id: string; dueAt: string; own: { dueAt: string }[] }[];
      }>();
      expect(timetable.cases).toEqual([first, second]);
      for (const { dueAt, own } of timetable.dates)
        expect(dueAt).toBe(
          own
            .map((date) => date.dueAt)
            .toSorted()
            .at(-1),
        );
      await intake.post(`/v1/cases/${first}/consolidations/undoing`, 'us-desk', { reason });
      expect((await sign(first, 'cn-desk')).statusCode).toBe(200);
      await intake.service.idle();
      expect([(await shown(first)).consolidatedWith, (await shown(second)).consolidatedWith]).toEqual([[], []]);
    },
  );

  it('are proposed to go side by side by either desk, once each', async () => {
    const second = await counter('distinct');
    const cases = [{ case: second }];
    expect(
      (await intake.post(`/v1/cases/${first}/consolidations`, 'cn-desk', { cases: [{ case: first }], reason })).json(),
    ).toMatchObject({ code: 'no-case-to-consolidate' });
    expect((await intake.post(`/v1/cases/${first}/consolidations`, 'cn-cohead', { cases, reason })).statusCode).toBe(
      403,
    );
    expect((await intake.post(`/v1/cases/${first}/consolidations`, 'cn-desk', { cases, reason })).statusCode).toBe(200);
    expect((await sign(first, 'us-desk')).statusCode).toBe(200);
    await intake.service.idle();
    await intake.post(`/v1/cases/${first}/withdrawal`, 'cn-desk');
    expect(await shown(second)).toMatchObject({ status: 'registered', consolidatedWith: [{ id: first }] });
    expect((await intake.get(`/v1/cases/${second}/timetable`, 'us-panel')).statusCode).toBe(403);
  });
});
