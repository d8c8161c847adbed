import { randomUUID } from 'node:crypto';
import { intake as messages, panelReview, tell, told } from '@parley/contracts';
import { encodePayload, type RecordedEvent } from '@parley/event-store';
import { hotlineStream } from '../../streams';
import { at } from '../../case/case-story.fixture';
import { publishes } from '../../case/case.tells';
import { IntakeApp } from '../../intake-app.fixture';

interface Shown {
  readonly id: string;
  readonly optionsPaper: { readonly digest: string } | null;
}

describe('the hotline over the API', () => {
  let intake: IntakeApp;
  beforeAll(async () => {
    intake = await IntakeApp.start();
    await intake.fileWatchLists();
  });
  afterAll(() => intake.stop());

  /** Each spec happens later than the one before it. */
  beforeEach(() => {
    intake.time.now = at(new Date(Date.parse(intake.time.now) + 1_000).toISOString());
  });

  const subject = [{ lang: 'en', text: 'Goods are held at the port.', kind: 'original' }];
  const ask = async (more: object = {}) =>
    (await intake.post('/v1/hotline', 'cn-desk', { grade: 'crisis', subject, ...more })).json<Shown>();
  const record = (id: string): Promise<readonly RecordedEvent[]> => intake.recorded(hotlineStream(id));
  const drawn = async (id: string) => {
    const source = (await record(id)).at(-1)!;
    const members = [
      { personId: 'us-9', side: 'US' },
      { personId: 'cn-9', side: 'CN' },
    ];
    const event = {
      ...source,
      eventId: randomUUID(),
      stream: 'panelreview.crisisteam-register',
      payload: encodePayload({}),
    };
    await intake.hear(
      tell(event, panelReview.CrisisTeamDrawnSchema, {
        caseId: id,
        hotlineId: id,
        drawnAt: intake.time.now,
        calledAt: intake.time.now,
        members,
      }),
    );
  };

  it(
    'is answered by a named official of the other side, and what was said stays between the ' +
      'desks and the co-heads',
    async () => {
      const { id } = await ask();
      const answered = await intake.post(`/v1/hotline/${id}/acknowledgement`, 'us-desk', {
        office: 'Director',
        text: subject,
      });
      expect(answered.json()).toMatchObject({
        askedBy: 'CN',
        acknowledgement: { by: 'us-desk', office: 'Director', rung: 'official' },
        deadlines: [],
      });
      for (const who of ['us-cohead', 'cn-auditor', 'cn-desk'])
        expect((await intake.get(`/v1/hotline/${id}`, who)).statusCode).toBe(200);
      expect((await intake.get(`/v1/hotline/${id}`, 'us-registry')).statusCode).toBe(403);
      expect((await intake.get(`/v1/hotline/${id}`, 'us-8')).statusCode).toBe(404);
      expect((await intake.get(`/v1/hotline/${id}`, 'xx-desk')).statusCode).toBe(404);
      expect(
        (await intake.post(`/v1/hotline/${id}/acknowledgement`, 'cn-desk', { office: 'Director', text: [] })).json(),
      ).toMatchObject({ code: 'own-request' });
    },
  );

  it('goes up by itself, and a crisis calls for a team that drafts and signs its paper', async () => {
    const { id } = await ask();
    await intake.passTo(at(new Date(Date.parse(intake.time.now) + 30 * 60_000).toISOString()));
    expect((await intake.get(`/v1/hotline/${id}`, 'cn-desk')).json()).toMatchObject({
      rung: 'coheads',
      unanswered: [{ rung: 'official' }],
    });
    await drawn(id);
    expect((await intake.get(`/v1/hotline/${id}`, 'us-9')).json()).toMatchObject({
      team: [
        { personId: 'us-9', party: 'US' },
        { personId: 'cn-9', party: 'CN' },
      ],
    });
    const drafted = (await intake.post(`/v1/hotline/${id}/options-paper`, 'us-9', { text: subject })).json<Shown>();
    const digest = drafted.optionsPaper?.digest;
    for (const who of ['us-9', 'cn-9'])
      expect((await intake.post(`/v1/hotline/${id}/options-paper/signatures`, who, { digest })).statusCode).toBe(200);
    expect((await intake.get(`/v1/hotline/${id}`, 'cn-desk')).json()).toMatchObject({
      optionsPaper: { signedBy: ['US', 'CN'] },
      optionsAgreedAt: intake.time.now,
    });
    expect((await intake.get(`/v1/hotline/${id}`, 'us-cohead')).json()).toMatchObject({
      optionsPaper: null,
      optionsAgreedAt: intake.time.now,
    });
    const facts = (await record(id)).flatMap(publishes);
    expect(
      facts.map((fact) => told(fact, messages.HotlineRecordedSchema)?.status ?? fact.type.split('.').at(-1)),
    ).toEqual([
      'requested',
      'CrisisTeamNeeded',
      'unanswered',
      'CrisisTeamNeeded',
      'CrisisTeamNeeded',
      'options-agreed',
    ]);
    expect(
      facts.every(({ subject: about, data }) => about === id && !Buffer.from(data).toString().includes('port')),
    ).toBe(true);
    const steps = facts.flatMap((each) => told(each, messages.CrisisTeamNeededSchema) ?? []);
    expect(steps.map(({ step }) => step)).toEqual(['requested', 'called-for', 'due']);
    for (const step of steps) expect(step).toMatchObject({ askedBy: 'CN', asked: 'US', hotlineId: id });
  });

  it('notes who read it, for the auditors of either side (I-40)', async () => {
    const { id } = await ask({ grade: 'routine' });
    await intake.get(`/v1/hotline/${id}`, 'us-desk');
    expect((await intake.get(`/v1/hotline/${id}/reads`, 'cn-auditor')).json()).toMatchObject({
      items: [{ personId: 'us-desk', subject: `hotline:${id}`, tier: 'PARTIES' }],
    });
    expect((await intake.get(`/v1/hotline/${id}/reads`, 'us-desk')).statusCode).toBe(403);
  });

  it('is about a case that the caller sees, and is told of in that case', async () => {
    const caseId = await intake.registeredCase();
    const { id } = await ask({ caseId, grade: 'routine' });
    expect((await record(id)).flatMap(publishes)).toMatchObject([{ subject: caseId, tier: 'PUBLIC' }]);
    expect(
      (await intake.post('/v1/hotline', 'cn-desk', { grade: 'routine', subject, caseId: randomUUID() })).statusCode,
    ).toBe(404);
  });

  it('is in both sides’ inboxes at one instant, with a case or without (I-06)', async () => {
    const { id } = await ask({ grade: 'routine' });
    await intake.service.idle();
    const newest = async (who: string) =>
      (await intake.get(`/v1/inbox?case=${id}`, who)).json<{ items: { id: string; case: string; heading: object }[] }>()
        .items[0];
    expect(await newest('us-desk')).toMatchObject({ case: id, heading: { en: 'A request on the hotline' } });
    expect(await newest('cn-desk')).toEqual(await newest('us-desk'));
    const notice = (await newest('us-desk'))?.id ?? '';
    expect((await intake.post(`/v1/inbox/${notice}/retrieval`, 'us-desk')).statusCode).toBe(200);
  });

  it('lists the requests of both sides, the newest first', async () => {
    const { id } = await ask();
    await intake.service.idle();
    const { items } = (await intake.get('/v1/hotline?limit=1', 'us-cohead')).json<{ items: { id: string }[] }>();
    expect(items).toMatchObject([{ id, askedBy: 'CN', rung: 'official', answeredAt: null }]);
    expect((await intake.get('/v1/hotline', 'us-registry')).statusCode).toBe(403);
  });

  it('is asked 20 times in 24 hours by a side, however many it sends at once, and then again', async () => {
    const flooding = await IntakeApp.start();
    const asks = (key: string, who = 'us-desk') =>
      flooding.post('/v1/hotline', who, { grade: 'routine', subject }, { 'idempotency-key': key });
    const first = await asks('first');
    flooding.time.now = at(new Date(Date.parse(flooding.time.now) + 60_000).toISOString());
    const answers = await Promise.all(Array.from({ length: 25 }, (_, n) => asks(String(n))));
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(19);
    expect((await asks('more')).json()).toMatchObject({ status: 409, code: 'too-many-hotline-requests' });
    expect((await asks('first')).json()).toMatchObject({ id: first.json<Shown>().id });
    expect((await asks('others', 'cn-desk')).statusCode).toBe(201);
    await flooding.passTo(at(new Date(Date.parse(flooding.time.now) + 24 * 3_600_000 - 60_000).toISOString()));
    expect((await asks('a day later')).statusCode).toBe(201);
    expect((await asks('and another')).statusCode).toBe(409);
    await flooding.stop();
  });

  it('has its team called for by either side, once, in a crisis', async () => {
    const { id } = await ask();
    expect((await intake.post(`/v1/hotline/${id}/crisis-team`, 'us-cohead')).statusCode).toBe(403);
    expect((await intake.post(`/v1/hotline/${id}/crisis-team`, 'us-desk')).statusCode).toBe(200);
    expect((await intake.post(`/v1/hotline/${id}/crisis-team`, 'cn-desk')).json()).toMatchObject({
      code: 'crisis-team-called-for',
    });
    const routine = await ask({ grade: 'routine' });
    expect((await intake.post(`/v1/hotline/${routine.id}/crisis-team`, 'cn-desk')).json()).toMatchObject({
      code: 'not-a-crisis',
    });
  });

  it('is asked once by the same key', async () => {
    const body = { grade: 'routine', subject };
    const [one, two] = [
      await intake.post('/v1/hotline', 'cn-desk', body, { 'idempotency-key': 'k' }),
      await intake.post('/v1/hotline', 'cn-desk', body, { 'idempotency-key': 'k' }),
    ];
    expect([one.statusCode, two.statusCode]).toEqual([201, 201]);
    expect(two.json<Shown>().id).toBe(one.json<Shown>().id);
    expect(
      (
        await intake.post(
          `/v1/hotline/${one.json<Shown>().id}/acknowledgement`,
          'us-desk',
          { office: 'D', text: [] },
          { 'if-match': '"7"' },
        )
      ).statusCode,
    ).toBe(412);
  });
});
