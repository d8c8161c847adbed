import { panelReview, sayDeadline, tell } from '@parley/contracts';
import type { RecordedEvent } from '@parley/event-store';
import { plusMillis, type CaseId, type Instant, type PartyCode, type PersonId } from '@parley/kernel';
import { currentRuleSet } from '@parley/procedure';
import { parsedCalendar, recordedEvent } from '@parley/testing';
import { clocksOf } from '../../case/case-story.fixture';
import { IntakeApp } from '../../intake-app.fixture';

interface Item {
  readonly case: string;
  readonly deadline: string;
  readonly awaited: string;
  readonly docketNumber: string | null;
  readonly firstDueAt: string;
  readonly dueAt: string;
  readonly changes: readonly unknown[];
  readonly onSilence: { readonly en: string };
}

const US = 'US' as PartyCode;

describe('what is due from whom', () => {
  let intake: IntakeApp;
  let caseId: CaseId;
  const agenda = async (who: string, query = ''): Promise<readonly Item[]> =>
    (await intake.get(`/v1/agenda${query}`, who)).json<{ items: readonly Item[] }>().items;
  const due = async (who: string): Promise<readonly string[]> => (await agenda(who)).map(({ deadline }) => deadline);

  /** The panel tells of a clock that it started and of a clock that it ended. */
  const panelMoves = async (
    id: string,
    clock: 'nomination' | 'disclosure' | 'certification' | 'review',
    person = '',
    closes: readonly string[] = [],
  ): Promise<void> => {
    const at = intake.time.now;
    const clocks = clocksOf(currentRuleSet.version);
    const told = { event: 'Told', at };
    const opens = [
      sayDeadline(clock === 'nomination' ? clocks.start(clock, told, id, US) : clocks.start(clock, told, id)),
    ];
    await intake.hear(
      tell(
        ofPanel(caseId, at),
        panelReview.ClocksMovedSchema,
        { caseId, at, event: 'Told', rule: 'S6', opens, closes: [...closes], personId: person },
        { tier: 'PARTIES' },
      ),
    );
    await intake.service.idle();
  };

  beforeEach(async () => {
    intake = await IntakeApp.start();
    caseId = await intake.registeredCase();
    await intake.service.idle();
  });
  afterEach(() => intake.stop());

  it('is the reply from the respondent and from nobody else, with its end and what silence does', async () => {
    expect(await agenda('us-desk')).toMatchObject([
      {
        case: caseId,
        docketNumber: 'CN-2025-0001',
        deadline: 'reply',
        awaited: 'respondent',
        firstDueAt: '2025-02-21T16:00:00.000Z',
        dueAt: '2025-02-21T16:00:00.000Z',
        changes: [],
      },
    ]);
    expect((await agenda('us-desk'))[0]?.onSilence.en).toContain('unanswered');
    for (const who of ['cn-desk', 'fr-desk', 'us-registry', 'us-cohead', 'us-1'])
      expect([who, await due(who)]).toEqual([who, []]);
  });

  it('is the seat’s party, then its nominee, as the panel tells of it (S6)', async () => {
    await panelMoves('nomination:US:1', 'nomination');
    expect([await due('us-desk'), await due('cn-desk')]).toEqual([['reply', 'nomination:US:1'], []]);
    await panelMoves('disclosure:US:1', 'disclosure', 'us-1', ['nomination:US:1']);
    expect([await due('us-desk'), await due('us-1'), await due('us-2')]).toEqual([['reply'], ['disclosure:US:1'], []]);
  });

  it('is the panel’s and the co-heads’ own, for members of this panel only', async () => {
    await intake.hear(
      tell(
        ofPanel(caseId, intake.time.now),
        panelReview.PanelFactSchema,
        { caseId, at: intake.time.now, kind: 'member-nominated', personId: 'us-1' },
        { tier: 'PUBLIC' },
      ),
    );
    await panelMoves('review', 'review');
    await panelMoves('certification', 'certification');
    expect([await due('us-1'), await due('us-2'), await due('us-cohead')]).toEqual([
      ['certification', 'review'],
      [],
      ['certification'],
    ]);
  });

  it(
    'is the consultations from both parties, and from the co-heads when they have ' + 'come to their level (S5)',
    async () => {
      expect(
        (
          await intake.post(`/v1/cases/${caseId}/reply`, 'us-desk', {
            position: 'accepts',
            objections: [],
            reservation: [],
            counterStatements: [],
          })
        ).statusCode,
      ).toBe(200);
      const escalate = async (who: string): Promise<void> => {
        expect((await intake.post(`/v1/cases/${caseId}/consultations/escalations`, who)).statusCode).toBe(200);
        await intake.service.idle();
      };
      await escalate('cn-desk');
      expect([await due('us-cohead'), await due('cn-desk')]).toEqual([[], ['consultations']]);
      await escalate('us-desk');
      for (const who of ['us-cohead', 'cn-cohead', 'us-desk', 'cn-desk']) {
        expect(await agenda(who)).toMatchObject([
          {
            deadline: 'consultations',
            awaited: 'parties-and-coheads',
            what: { en: 'consultations at the level of the co-heads', 'zh-Hans': '共同负责人一级的磋商' },
          },
        ]);
      }
      expect((await agenda('us-cohead'))[0]?.onSilence.en).toBe(
        'Consultations end, the record says at which level, and the screening goes on.',
      );
      expect([await due('us-registry'), await due('fr-desk')]).toEqual([[], []]);
      await intake.passTo('2025-04-30T00:00:00.000Z' as Instant);
      await intake.service.idle();
      expect(await due('us-cohead')).toEqual([]);
    },
  );

  it('is nobody’s any more when its time is over or its act is done', async () => {
    await intake.passTo('2025-02-22T00:00:00.000Z' as Instant);
    await intake.service.idle();
    expect(await due('us-desk')).not.toContain('reply');
  });

  it('is read page by page', async () => {
    for (const seat of [1, 2, 3]) await panelMoves(`nomination:US:${String(seat)}`, 'nomination');
    const first = (await intake.get('/v1/agenda?limit=3', 'us-desk')).json<{ items: readonly Item[]; next: string }>();
    const second = (await intake.get(`/v1/agenda?limit=3&cursor=${first.next}`, 'us-desk')).json<{
      items: readonly Item[];
      next: null;
    }>();
    expect([...first.items, ...second.items].map(({ deadline }) => deadline).toSorted()).toEqual([
      'nomination:US:1',
      'nomination:US:2',
      'nomination:US:3',
      'reply',
    ]);
    expect(second.next).toBeNull();
  });

  it('is shown for a case to who may see it, the long-stop with it, and to nobody else (I-43)', async () => {
    const ofCase = (who: string) => intake.get(`/v1/cases/${caseId}/agenda`, who);
    const items = (await ofCase('cn-desk')).json<{ items: readonly Item[] }>().items;
    expect(items.map(({ deadline, awaited }) => [deadline, awaited])).toEqual([
      ['reply', 'respondent'],
      ['long-stop', 'nobody'],
    ]);
    for (const who of ['fr-desk', 'us-1']) expect((await ofCase(who)).statusCode).toBe(404);
  });

  it(
    'tells a member of the panel nothing of the clocks that stand between the parties, neither ' +
      'which nor how many (I-43)',
    async () => {
      await intake.seat(caseId, 'us-1' as PersonId);
      const reason = { en: 'The interpreters are ill.', 'zh-Hans': '译员患病。' };
      expect(
        (await intake.post(`/v1/cases/${caseId}/extensions`, 'us-desk', { deadline: 'reply', by: 2, reason }))
          .statusCode,
      ).toBe(200);
      await intake.service.idle();
      const seenBy = async (who: string) =>
        (await intake.get(`/v1/cases/${caseId}/agenda`, who))
          .json<{ items: readonly Item[] }>()
          .items.map(({ deadline }) => deadline);
      expect((await seenBy('cn-desk')).toSorted()).toEqual(['long-stop', 'proposal:1', 'reply']);
      expect(await seenBy('us-1')).toEqual(['reply', 'long-stop']);
      const { url } = (await intake.get(`/v1/cases/${caseId}/agenda/feed`, 'us-1')).json<{ url: string }>();
      expect((await intake.get(url)).body).not.toContain('proposal');
    },
  );

  describe('as a calendar', () => {
    const feedOf = async (path: string, who: string): Promise<string> =>
      (await intake.get(`${path}/feed`, who)).json<{ url: string }>().url;

    it('is read with the token of the feed and nothing more, by a program that has no other', async () => {
      const answer = await intake.get(await feedOf('/v1/agenda', 'us-desk'));
      expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
      expect(parsedCalendar(answer.body)).toMatchObject([
        { UID: `${caseId}.intake.reply@parley`, DTSTART: '20250221T160000Z', STATUS: 'CONFIRMED' },
      ]);
      const token = (await feedOf('/v1/agenda', 'us-desk')).split('token=')[1] ?? '';
      expect((await intake.get(`/v1/agenda?token=${token}`)).statusCode).toBe(401);
      expect(
        (await intake.app.inject({ url: '/v1/agenda', headers: { authorization: `Bearer ${token}` } })).statusCode,
      ).toBe(401);
    });

    it('is of a case for who may see it still', async () => {
      const url = await feedOf(`/v1/cases/${caseId}/agenda`, 'cn-desk');
      expect(parsedCalendar((await intake.get(url)).body).map(({ UID }) => UID)).toEqual([
        `${caseId}.intake.reply@parley`,
        `${caseId}.intake.long-stop@parley`,
      ]);
      expect(
        (await intake.get(url.replace(/cases\/[^/]+\//, `cases/${await intake.registeredCase()}/`))).json(),
      ).toMatchObject({ code: 'feed-token-of-another-feed' });
      expect((await intake.get(`/v1/cases/${caseId}/agenda/feed`, 'fr-desk')).statusCode).toBe(404);
    });

    it('ends with the delegation of who asked for it, though the token would last', async () => {
      const authority = 'Letter of 3 February 2025';
      for (const who of ['us-cohead', 'us-registry'])
        await intake.post('/v1/parties/US/delegations/head', who, { personId: 'us-desk', authority });
      await intake.service.idle();
      const delegate = (body: object) =>
        intake.post('/v1/parties/US/delegations', 'us-desk', { scope: 'desk', authority, ...body });
      await delegate({ personId: 'us-desk-2' });
      await intake.service.idle();
      const urls = [await feedOf('/v1/agenda', 'us-desk-2'), await feedOf(`/v1/cases/${caseId}/agenda`, 'us-desk-2')];
      const made = (await intake.get('/v1/parties/US/delegations', 'us-desk')).json<{
        delegations: { id: string; personId: string }[];
      }>();
      const { id } = made.delegations.find(({ personId }) => personId === 'us-desk-2')!;
      for (const url of urls) expect((await intake.get(url)).statusCode).toBe(200);
      await intake.post(`/v1/parties/US/delegations/${id}/end`, 'us-desk');
      await intake.service.idle();
      for (const url of urls)
        expect((await intake.get(url)).json()).toMatchObject({ code: 'delegation-not-in-force', status: 403 });
    });

    it('is listed and ended by its owner and nobody else, and is another one after that', async () => {
      const feeds = async (who: string) =>
        (await intake.get('/v1/agenda/feeds', who)).json<{ items: { id: string; case: string | null }[] }>().items;
      const urls = [await feedOf('/v1/agenda', 'us-desk'), await feedOf(`/v1/cases/${caseId}/agenda`, 'us-desk')];
      await feedOf('/v1/agenda', 'us-desk');
      expect((await feeds('us-desk')).map((feed) => feed.case)).toEqual([null, caseId]);
      expect(JSON.stringify(await feeds('us-desk'))).not.toContain('token');
      const [agenda] = await feeds('us-desk');
      const end = (who: string) => intake.delete(`/v1/agenda/feeds/${agenda?.id ?? ''}`, who);
      expect([(await end('us-desk-2')).statusCode, (await feeds('us-desk')).length]).toEqual([404, 2]);
      expect([(await end('us-desk')).statusCode, (await end('us-desk')).statusCode]).toEqual([204, 404]);
      expect((await intake.get(urls[0] ?? '')).json()).toMatchObject({ code: 'feed-ended', status: 403 });
      expect((await intake.get(urls[1] ?? '')).statusCode).toBe(200);
      const again = await feedOf('/v1/agenda', 'us-desk');
      expect([(await intake.get(again)).statusCode, (await intake.get(urls[0] ?? '')).statusCode]).toEqual([200, 403]);
      expect((await feeds('us-desk')).map(({ id }) => id)).not.toContain(agenda?.id);
    });

    it('is on record each time, as a read by whoever asked for it, for the auditors of that side (I-40)', async () => {
      await intake.get(await feedOf('/v1/agenda', 'us-desk'));
      const reads = async (who: string) =>
        (await intake.get('/v1/reads/intake', who)).json<{ items: { personId: string; what: string }[] }>().items;
      expect(await reads('us-auditor')).toEqual([
        {
          personId: 'us-desk',
          party: 'US',
          roles: ['desk'],
          subject: 'agenda',
          what: 'calendar',
          tier: 'PARTIES',
          purpose: null,
          at: intake.time.now,
        },
        expect.objectContaining({ personId: 'us-desk', what: 'feed', purpose: 'Taking part' }),
      ]);
      expect((await reads('cn-auditor')).filter(({ personId }) => personId.startsWith('us-'))).toEqual([]);
      expect((await intake.get('/v1/reads/intake', 'us-desk')).statusCode).toBe(403);
    });

    it('is given anew when little of its time is left, and the former ends', async () => {
      const url = await feedOf('/v1/agenda', 'us-desk');
      intake.time.now = plusMillis(intake.time.now, 149 * 24 * 3_600_000);
      await feedOf('/v1/agenda', 'us-desk');
      expect((await intake.get(url)).statusCode).toBe(200);
      intake.time.now = plusMillis(intake.time.now, 2 * 24 * 3_600_000);
      const next = await feedOf('/v1/agenda', 'us-desk');
      expect([(await intake.get(url)).statusCode, (await intake.get(next)).statusCode]).toEqual([403, 200]);
    });

    it('is refused without a token, with one that is made up, and past its time', async () => {
      expect((await intake.get('/v1/agenda.ics')).statusCode).toBe(401);
      expect((await intake.get('/v1/agenda.ics?token=madeup')).statusCode).toBe(400);
      expect((await intake.get('/v1/agenda.ics', 'us-desk')).statusCode).toBe(200);
      const url = await feedOf('/v1/agenda', 'us-desk');
      intake.time.now = '2025-08-06T00:00:00.000Z' as Instant;
      expect((await intake.get(url)).json()).toMatchObject({ code: 'feed-ended' });
    });
  });
});

const ofPanel = (caseId: string, at: Instant): RecordedEvent =>
  recordedEvent({ stream: `panelreview.panel-${caseId}`, at });
