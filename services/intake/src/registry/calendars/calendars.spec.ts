import type { CaseId, Instant } from '@parley/kernel';
import { cnCalendarData } from '@parley/procedure';
import { caseStream, serviceStream } from '../../streams';
import { IntakeApp } from '../../intake-app.fixture';

const year = cnCalendarData.published['2025']!;
const corrected = (...off: string[]) => ({
  calendar: 'CN',
  year: 2025,
  off: [...year.off, ...off],
  work: year.work,
  source: 'https://www.gov.cn/late',
});

describe('calendars over HTTP', () => {
  let intake: IntakeApp;
  let caseId: CaseId;
  const codeOf = (answer: Awaited<ReturnType<IntakeApp['post']>>) => answer.json<{ code?: string }>().code;
  const announce = async (...off: string[]) => {
    const { id, digest } = (await intake.post('/v1/calendars/notices', 'cn-cohead', corrected(...off))).json<{
      id: string;
      digest: string;
    }>();
    return intake.post(`/v1/calendars/notices/${id}/signatures`, 'us-cohead', { digest });
  };
  const replyDue = async () => {
    const { body } = await intake.get('/v1/procedure/deadline?clock=reply&day=2025-02-06');
    return (JSON.parse(body) as { dueDate: string }).dueDate;
  };

  beforeEach(async () => {
    intake = await IntakeApp.start();
    caseId = await intake.registeredCase();
    await intake.service.idle();
  });
  afterEach(() => intake.stop());

  it('are read by anybody, year by year', async () => {
    const { calendars, notices } = (await intake.get('/v1/calendars')).json<{
      calendars: readonly { name: string; version: string; publishedTo: number; years: readonly object[] }[];
      notices: readonly object[];
    }>();
    expect(calendars).toMatchObject([
      { name: 'CN', version: 'CN-2026-1', publishedTo: 2026 },
      { name: 'US', version: 'US-2027-1', publishedTo: 2027 },
    ]);
    expect(calendars[0]?.years).toContainEqual({ year: 2025, ...year });
    expect(notices).toEqual([]);
  });

  it('are announced by a co-head of each side over the same digest, and by nobody else (I-04)', async () => {
    for (const who of ['cn-desk', 'cn-registry', 'cn-1'])
      expect((await intake.post('/v1/calendars/notices', who, corrected('2025-02-18'))).statusCode).toBe(403);
    const proposed = await intake.post('/v1/calendars/notices', 'cn-cohead', corrected('2025-02-18'));
    expect(proposed.statusCode).toBe(201);
    const { id, digest } = proposed.json<{ id: string; digest: string }>();
    expect(proposed.json()).toMatchObject({
      calendar: 'CN',
      year: 2025,
      signedBy: [{ party: 'CN', by: 'cn-cohead' }],
      announcedAt: null,
      version: null,
    });
    expect(codeOf(await intake.post('/v1/calendars/notices', 'us-cohead', corrected('2025-02-18')))).toBe(
      'calendar-year-proposed',
    );
    const url = `/v1/calendars/notices/${id}/signatures`;
    expect(codeOf(await intake.post(url, 'cn-cohead', { digest }))).toBe('calendar-notice-signed-by-your-side');
    expect(codeOf(await intake.post(url, 'us-cohead', { digest: 'ab'.repeat(32) }))).toBe(
      'calendar-notice-digest-differs',
    );
    expect((await intake.post(url, 'us-cohead', { digest })).json()).toMatchObject({
      announcedAt: intake.time.now,
      version: 'CN-2026-2',
    });
    expect(codeOf(await intake.post(url, 'us-cohead', { digest }))).toBe('calendar-notice-announced');
    expect((await intake.get('/v1/calendars')).json()).toMatchObject({
      calendars: [{ version: 'CN-2026-2' }, {}],
      notices: [
        {
          id,
          version: 'CN-2026-2',
          signedBy: [
            { party: 'CN', by: null },
            { party: 'US', by: null },
          ],
        },
      ],
    });
    expect((await intake.get('/v1/calendars', 'us-desk')).json()).toMatchObject({
      notices: [{ signedBy: [{ by: 'cn-cohead' }, { by: 'us-cohead' }] }],
    });
  });

  it.each([
    [{ off: ['2025-02-29'] }, 'invalid-fields'],
    [{ year: 2031, off: [], work: [] }, 'calendar-year-leaves-gap'],
    [{ off: ['2024-11-30'] }, 'calendar-day-outside-year'],
    [{ work: ['2025-02-18'] }, 'calendar-days-contradict'],
    [{ off: year.off }, 'calendar-year-in-force'],
  ])('are not announced with %j: %s', async (changes, code) => {
    expect(
      codeOf(await intake.post('/v1/calendars/notices', 'cn-cohead', { ...corrected('2025-02-18'), ...changes })),
    ).toBe(code);
  });

  it('that are announced count at once for who asks what a deadline would be', async () => {
    expect(await replyDue()).toBe('2025-02-21');
    await announce('2025-02-18');
    expect(await replyDue()).toBe('2025-02-24');
  });

  it(
    'that are announced late move running deadlines, and both sides are told at one instant, with the ' +
      'reason and the first date (I-06, I-21, I-64)',
    async () => {
      intake.time.now = '2025-02-14T10:00:00.000Z' as Instant;
      await announce('2025-02-18', '2025-02-19');
      await intake.service.idle();

      const [noted] = (await intake.recorded(caseStream(caseId))).filter(({ type }) => type === 'CalendarNoted');
      expect(noted).toMatchObject({ occurredAt: intake.time.now, rule: 'I-21', tier: 'PUBLIC' });
      for (const who of ['cn-desk', 'us-desk']) {
        const { items } = (await intake.get(`/v1/inbox?case=${caseId}`, who)).json<{
          items: readonly { of: { event: string } }[];
        }>();
        expect(items.find(({ of }) => of.event === 'CalendarNoted')).toMatchObject({
          services: [{ sentAt: noted?.recordedAt }, { sentAt: noted?.recordedAt }],
          heading: { en: 'Deadlines counted anew on an announced calendar' },
          starts: [{ id: 'reply', dueAt: '2025-02-25T16:00:00.000Z' }],
        });
      }
      const { items } = (await intake.get(`/v1/cases/${caseId}/agenda`, 'us-desk')).json<{
        items: readonly { deadline: string }[];
      }>();
      expect(items.find(({ deadline }) => deadline === 'reply')).toMatchObject({
        firstDueAt: '2025-02-21T16:00:00.000Z',
        dueAt: '2025-02-25T16:00:00.000Z',
        changes: [
          {
            kind: 'calendar',
            reason: { en: 'The calendars changed from CN-2026-1+US-2027-1 to CN-2026-2+US-2027-1.' },
          },
        ],
      });
      expect((await intake.get(`/v1/cases/${caseId}/agenda.ics`, 'us-desk')).body).toContain('20250225T160000Z');

      await intake.passTo('2025-02-26T10:00:00.000Z' as Instant);
      const lapsed = (await intake.recorded(caseStream(caseId))).find(({ type }) => type === 'ReplyLapsed');
      expect(lapsed?.occurredAt).toBe('2025-02-25T16:00:00.000Z');
    },
  );

  it('that are announced as a time runs out are counted before its default is decided (I-18, I-21)', async () => {
    intake.time.now = '2025-02-21T15:59:59.000Z' as Instant;
    await announce('2025-02-20');
    intake.time.now = '2025-02-21T16:00:00.000Z' as Instant;
    await intake.service.timers[0]?.fireDue();
    await intake.service.idle();
    expect((await intake.recorded(caseStream(caseId))).map(({ type }) => type)).not.toContain('ReplyLapsed');
    expect((await intake.get(`/v1/cases/${caseId}`, 'us-desk')).json()).toMatchObject({
      exchange: { stage: 'awaiting-reply' },
    });
  });

  it('move the time to retrieve a notice as well, and nothing twice', async () => {
    await announce('2025-02-11');
    await intake.service.idle();
    const recounted = (await intake.recorded(serviceStream(caseId))).filter(
      ({ type }) => type === 'ServiceTimesRecounted',
    );
    expect(recounted).toHaveLength(1);
    expect((await intake.recorded(caseStream(caseId))).filter(({ type }) => type === 'CalendarNoted')).toHaveLength(1);
  });
});
