import { intake, panelReview, told } from '@parley/contracts';
import { verifyDraw, type DrawRecord } from '@parley/procedure';
import { publishes } from '../panel/panel.tells';
import { PanelApp, START } from '../panel/panel-app.fixture';
import { code } from '../panel/panel-case.fixture';
import { ROSTER_CATEGORY } from '../panel/streams';

describe('duty rosters and crisis teams over HTTP', () => {
  let panels: PanelApp;

  beforeAll(async () => {
    panels = await PanelApp.start();
    await panels.listMembers();
  });
  afterAll(() => panels.stop());

  describe('rosters', () => {
    it('say who serves in a month, and how much time their members have', async () => {
      const duty = { month: '2025-03', members: ['us-1', 'us-2'] };
      expect(code(await panels.post('/v1/rosters/US/duty-rosters', 'cn-desk', duty))).toBe('not-own-roster');
      expect((await panels.post('/v1/rosters/US/duty-rosters', 'us-1', duty)).statusCode).toBe(403);
      expect(
        (await panels.post('/v1/rosters/US/duty-rosters', 'us-desk', { ...duty, month: '2025-13' })).statusCode,
      ).toBe(422);
      expect(code(await panels.post('/v1/rosters/US/duty-rosters', 'us-desk', { ...duty, month: '2025-01' }))).toBe(
        'duty-month-past',
      );
      expect(code(await panels.post('/v1/rosters/US/duty-rosters', 'us-desk', { ...duty, members: ['us-9'] }))).toBe(
        'duty-not-on-roster',
      );
      expect((await panels.post('/v1/rosters/US/duty-rosters', 'us-desk', duty)).json()).toEqual({
        party: 'US',
        months: [duty],
      });
      expect((await panels.get('/v1/rosters/US/duty-rosters', 'cn-auditor')).json()).toEqual({
        party: 'US',
        months: [duty],
      });
      const statement = { availability: 'limited', until: '2025-03-31', caseload: 2 };
      expect((await panels.post('/v1/rosters/US/statements', 'us-1', { ...statement, caseload: -1 })).statusCode).toBe(
        422,
      );
      expect(code(await panels.post('/v1/rosters/US/statements', 'us-9', statement))).toBe('not-listed');
      expect(code(await panels.post('/v1/rosters/CN/statements', 'us-1', statement))).toBe('not-own-roster');
      expect((await panels.post('/v1/rosters/US/statements', 'us-1', statement)).json()).toMatchObject({
        statements: [{ personId: 'us-1', ...statement, statedAt: START }],
      });
    });
  });

  describe('how many names count', () => {
    it('is told with each acceptance and what takes one back, to everybody, without the names', async () => {
      const { events } = await panels.store.readAll({ limit: 1_000, categories: [ROSTER_CATEGORY] });
      const all = events.map((event) => ({ type: event.type, messages: publishes(event) }));
      const names = all.flatMap(({ messages }) =>
        messages.map((message) => told(message, panelReview.RosterCountedSchema)),
      );
      expect(all.filter(({ type }) => type === 'PlaceAccepted').every(({ messages }) => messages.length === 1)).toBe(
        true,
      );
      expect(all.filter(({ type }) => type === 'MemberListed').every(({ messages }) => messages.length === 0)).toBe(
        true,
      );
      expect(names.filter((each) => each?.side === 'US').map((each) => each?.names)).toEqual([1, 2, 3, 4]);
      expect(JSON.stringify(names)).not.toContain('us-1');
    });
  });

  describe('a crisis team', () => {
    it(
      'is drawn from both duty rosters when the intake calls for one, once, and ' + 'its draws can be repeated',
      async () => {
        const hotlineId = '11111111-1111-4111-8111-111111111111';
        const needed = {
          caseId: hotlineId,
          hotlineId,
          at: START,
          askedBy: 'US',
          asked: 'CN',
          ruleSetVersion: '2026-1',
          calledForAt: START,
          nonces: '[]',
        };
        expect((await panels.get(`/v1/crisis-teams/${hotlineId}`, 'us-desk')).statusCode).toBe(404);
        await panels.hear(hotlineId, intake.CrisisTeamNeededSchema, { ...needed, step: 'requested' });
        const published = (await panels.get(`/v1/crisis-teams/${hotlineId}`, 'cn-auditor')).json<{
          commitments: { seat: string; commitment: string }[];
        }>();
        expect(published).toMatchObject({ members: [], draws: [], drawnAt: null });
        for (const step of ['called-for', 'due'])
          await panels.hear(hotlineId, intake.CrisisTeamNeededSchema, { ...needed, step });
        const team = (await panels.get(`/v1/crisis-teams/${hotlineId}`, 'cn-auditor')).json<{
          members: { party: string }[];
          draws: DrawRecord[];
        }>();
        expect(team.members.map(({ party }) => party)).toEqual(['US', 'US', 'CN', 'CN']);
        expect(Object.fromEntries(published.commitments.map(({ seat, commitment }) => [seat, commitment]))).toEqual(
          Object.fromEntries(team.draws.map(({ seat, commitment }) => [seat, commitment])),
        );
        expect(team.draws.map((draw) => verifyDraw(draw, { ...draw, nonces: {} }))).toEqual([
          undefined,
          undefined,
          undefined,
          undefined,
        ]);
        expect((await panels.get(`/v1/crisis-teams/${hotlineId}`, 'us-1')).statusCode).toBe(403);
        const { events } = await panels.store.readAll({ limit: 10_000 });
        const messages = events
          .flatMap(publishes)
          .flatMap((event) => (told(event, panelReview.CrisisTeamDrawnSchema) ? [event] : []));
        expect(messages.map(({ tier, subject }) => [tier, subject])).toEqual([['PARTIES', hotlineId]]);
      },
    );
  });
});
