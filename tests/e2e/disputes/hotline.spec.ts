import { words } from '../../support/cases-under-review';
import { Client } from '../../support/client';
import type { HotlineBody, LogBody } from './bodies';
import { Dispute } from './dispute';

const SUBJECT = 'Two vessels have come close to each other.';
const OPTION = 'Option A: both vessels keep a mile apart.';
const ACKNOWLEDGED = { office: '[constructed] Office of the co-head', text: [] };
/** The hashes of the draws’ secrets, published when a crisis is told of (I-72). */
const OPENED = 'crisis-draws-opened 2026-03-07T02:00';
const HALF_AN_HOUR_MS = 30 * 60 * 1000;

/** Constructed, and about no case: two calls at a weekend, one of each grade, which nobody on duty answers. */
describe('the hotline', () => {
  let dispute: Dispute;
  let crisis = '';
  let routine = '';

  beforeAll(async () => {
    dispute = await Dispute.begin('2026-03-06T16:00:00+01:00', '30');
    for (const side of ['us', 'cn']) {
      const serving = [`${side}-panel-4`, `${side}-panel-5`];
      await dispute
        .as(`${side}-desk`)
        .act(`/v1/rosters/${side.toUpperCase()}/duty-rosters`, { month: '2026-03', members: serving });
    }
    // China has an official and a deputy on its watch list, each with two channels; the United States have none yet.
    const reached = (personId: string, duty: string) => ({
      ...{ personId, duty },
      channels: ['at-the-desk', 'at-home'].map((where) => ({ kind: 'log', address: `${personId}-${where}` })),
    });
    const officers = [reached('cn-desk', 'official'), reached('cn-desk-2', 'deputy')];
    await dispute.as('cn-desk').act('/v1/parties/CN/watch-list', { officers });
  });
  afterAll(() => dispute.end());

  const ask = async (user: string, grade: string, subject: string): Promise<string> =>
    (await dispute.as(user).act<HotlineBody>('/v1/hotline', { grade, subject: words(subject) })).body.id;
  const read = (id: string, user: string): Promise<HotlineBody> => dispute.as(user).read(`/v1/hotline/${id}`);
  /** What everybody was told of a request, and when, to the minute. */
  const known = async (id: string): Promise<readonly string[]> => {
    const { items } = await dispute.cast.anybody.read<LogBody>('/v1/docket/log');
    return items
      .filter(({ facts }) => facts['hotlineId'] === id)
      .map(({ kind, at, facts }) => [kind, facts['level'], at.slice(0, 16)].filter(Boolean).join(' '));
  };
  const answer = (user: string, id: string) =>
    dispute.as(user).post<{ code: string }>(`/v1/hotline/${id}/acknowledgement`, ACKNOWLEDGED);

  it(
    'Saturday 7 March, 03:00: the United States calls in a crisis; that it did is public, and ' +
      'why is between the two',
    async () => {
      await dispute.moveTo('2026-03-07T03:00:00+01:00');
      crisis = await ask('us-desk', 'crisis', SUBJECT);
      await dispute.settle();
      for (const user of ['us-desk', 'cn-desk', 'cn-cohead', 'us-auditor', 'cn-auditor'])
        expect(await read(crisis, user)).toMatchObject({ rung: 'official', acknowledgement: null });
      expect(JSON.stringify(await read(crisis, 'cn-desk'))).toContain(SUBJECT);
      expect(await known(crisis)).toEqual(['hotline-requested 2026-03-07T02:00', OPENED]);
    },
  );

  it('03:01: it was sent by every channel of the official, and the record says what each answered (I-74)', async () => {
    for (const user of ['us-desk', 'cn-desk']) {
      const { deliveries } = await read(crisis, user);
      expect(deliveries).toMatchObject([
        { duty: 'official', status: 'accepted', answer: 'logged' },
        { duty: 'official', status: 'accepted', answer: 'logged' },
      ]);
      expect(JSON.stringify(deliveries)).not.toContain('at-home');
    }
    const facts = await dispute.cast.anybody.read<{ items: readonly object[] }>('/v1/hotline/watch-lists');
    expect(facts.items).toEqual([
      { party: 'US', empty: true },
      { party: 'CN', empty: false },
    ]);
    expect((await dispute.as('us-desk').get('/v1/parties/CN/watch-list')).status).toBe(404);
  });

  it('03:29: it is for the officials of the other side to answer, and for nobody else yet', async () => {
    await dispute.moveTo('2026-03-07T03:29:00+01:00');
    expect(await answer('us-desk', crisis)).toMatchObject({ status: 403, body: { code: 'own-request' } });
    expect(await answer('cn-cohead', crisis)).toMatchObject({ status: 403, body: { code: 'not-with-the-co-heads' } });
    const deputy = await Client.as(dispute.url, 'cn-desk-2');
    expect(await deputy.post(`/v1/hotline/${crisis}/acknowledgement`, ACKNOWLEDGED)).toMatchObject({
      ...{ status: 403, body: { code: 'not-with-the-deputies' } },
    });
    expect((await read(crisis, 'us-desk')).unanswered).toEqual([]);
  });

  it('03:30: nobody has, so it goes to the co-heads by itself, and everybody knows', async () => {
    await dispute.moveTo('2026-03-07T03:32:00+01:00');
    const shown = await read(crisis, 'us-desk');
    expect(shown).toMatchObject({
      rung: 'coheads',
      unanswered: [{ rung: 'official', at: new Date(Date.parse(shown.requestedAt) + HALF_AN_HOUR_MS).toISOString() }],
    });
    expect(await known(crisis)).toEqual([
      'hotline-requested 2026-03-07T02:00',
      OPENED,
      'hotline-unanswered official 2026-03-07T02:30',
    ]);
  });

  it(
    '03:30: a crisis team of equal numbers is drawn from who is on duty, so that both ' + 'sides can repeat the draw',
    async () => {
      const { team } = await read(crisis, 'cn-desk');
      expect(team.map(({ personId }) => personId).sort()).toEqual([
        'cn-panel-4',
        'cn-panel-5',
        'us-panel-4',
        'us-panel-5',
      ]);
      const drawn = await Promise.all(
        ['us-desk', 'cn-desk'].map((desk) =>
          dispute.as(desk).read<{ members: object; draws: readonly object[] }>(`/v1/crisis-teams/${crisis}`),
        ),
      );
      expect(drawn[0]).toEqual(drawn[1]);
      expect(drawn[0]).toMatchObject({ members: team, draws: team.map(({ personId }) => ({ drawn: personId })) });
    },
  );

  it('05:00: the co-heads do not answer either, and it goes to the deputies', async () => {
    await dispute.moveTo('2026-03-07T05:02:00+01:00');
    expect(await read(crisis, 'us-desk')).toMatchObject({
      rung: 'deputies',
      unanswered: [{ rung: 'official' }, { rung: 'coheads' }],
      acknowledgement: null,
    });
    expect((await read(crisis, 'us-desk')).deliveries.map(({ duty }) => duty)).toEqual([
      ...['official', 'official', 'deputy', 'deputy'],
    ]);
    expect(await known(crisis)).toEqual([
      'hotline-requested 2026-03-07T02:00',
      OPENED,
      'hotline-unanswered official 2026-03-07T02:30',
      'hotline-unanswered coheads 2026-03-07T04:00',
    ]);
  });

  it(
    '05:02: the team lays one options paper before both parties, signed by each side ' + 'over one digest (I-04)',
    async () => {
      await dispute.as('cn-panel-4').act(`/v1/hotline/${crisis}/options-paper`, { text: words(OPTION) });
      const digest = (await read(crisis, 'us-panel-4')).optionsPaper?.digest;
      await dispute.as('cn-panel-4').act(`/v1/hotline/${crisis}/options-paper/signatures`, { digest });
      expect(
        (await dispute.as('cn-panel-5').post(`/v1/hotline/${crisis}/options-paper/signatures`, { digest })).status,
      ).toBe(409);
      expect((await read(crisis, 'us-desk')).optionsAgreedAt).toBeNull();
      await dispute.as('us-panel-5').act(`/v1/hotline/${crisis}/options-paper/signatures`, { digest });
      await dispute.settle();
      for (const desk of ['us-desk', 'cn-desk'])
        expect(await read(crisis, desk)).toMatchObject({
          optionsPaper: { signedBy: ['CN', 'US'] },
          optionsAgreedAt: expect.any(String),
        });
      expect((await known(crisis)).at(-1)).toMatch(/^hotline-options-agreed /);
    },
  );

  it('09:00: the deputies do not answer either: it is unanswered, and stays due until somebody does', async () => {
    await dispute.moveTo('2026-03-07T09:02:00+01:00');
    expect(await read(crisis, 'us-desk')).toMatchObject({ rung: 'unanswered', acknowledgement: null });
    expect((await known(crisis)).at(-1)).toBe('hotline-unanswered deputies 2026-03-07T08:00');
    const links = async (user: string) =>
      (await dispute.as(user).read<{ items: readonly { link: string }[] }>('/v1/agenda')).items.map(({ link }) => link);
    for (const user of ['cn-desk', 'us-cohead', 'cn-cohead'])
      expect(await links(user)).toContain(`/v1/hotline/${crisis}`);
  });

  it('Saturday, 10:00: China calls in a matter of routine, and the day passes', async () => {
    await dispute.moveTo('2026-03-07T10:00:00+01:00');
    routine = await ask('cn-desk', 'routine', 'A certificate is missing.');
    await dispute.moveTo('2026-03-08T10:02:00+01:00');
    expect(await read(routine, 'cn-desk')).toMatchObject({
      rung: 'coheads',
      unanswered: [{ rung: 'official' }],
      team: [],
    });
    expect(await known(routine)).toEqual([
      'hotline-requested 2026-03-07T09:00',
      'hotline-unanswered official 2026-03-08T09:00',
    ]);
  });

  it('Sunday, 11:00: a co-head answers that one, by name, and once', async () => {
    await dispute.moveTo('2026-03-08T11:00:00+01:00');
    expect(await answer('us-desk', routine)).toMatchObject({ status: 403, body: { code: 'not-on-the-watch-list' } });
    expect((await answer('us-cohead', routine)).status).toBe(200);
    expect(await answer('us-cohead', routine)).toMatchObject({ status: 409, body: { code: 'hotline-answered' } });
    await dispute.settle();
    for (const desk of ['us-desk', 'cn-desk'])
      expect(await read(routine, desk)).toMatchObject({ acknowledgement: { by: 'us-cohead', rung: 'coheads' } });
    expect((await known(routine)).at(-1)).toBe('hotline-answered coheads 2026-03-08T10:00');
  });

  it(
    'tells the public nothing of what was said, in the log or on any page, and nobody ' + 'outside anything at all',
    async () => {
      const anybody = dispute.cast.anybody;
      const shown = JSON.stringify([await anybody.read('/v1/docket/log'), (await anybody.get('/docket')).body]);
      for (const said of [SUBJECT, OPTION, 'certificate']) expect(shown).not.toContain(said);
      const outsider = await Client.as(dispute.url, 'us-outsider');
      expect((await outsider.get(`/v1/hotline/${crisis}`)).status).toBe(404);
    },
  );
});
