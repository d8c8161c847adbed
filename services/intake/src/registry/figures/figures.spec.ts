import type { Instant } from '@parley/kernel';
import { IntakeApp } from '../../intake-app.fixture';
import { reply } from '../../case/case-story.fixture';

interface Figure {
  readonly stage: string;
  readonly clock: string;
  readonly side: string;
  readonly runs: number;
  readonly answered: number;
  readonly shareAnswered: number;
  readonly medianHours: number;
  readonly longestHours: number;
}

describe('the figures of the procedure', () => {
  let intake: IntakeApp;
  const figures = async (who?: string) =>
    (await intake.get('/v1/figures', who)).json<{ items: readonly Figure[] }>().items;

  beforeAll(async () => {
    intake = await IntakeApp.start();
    await intake.registeredCase(reply('2025-02-10T09:00:00Z'));
    await intake.registeredCase(reply('2025-02-11T09:00:00Z'));
    const unanswered = await intake.registeredCase();
    const reason = { en: 'The interpreters are ill.', 'zh-Hans': '译员患病。' };
    expect((await intake.post(`/v1/cases/${unanswered}/suspensions`, 'us-desk', { reason })).statusCode).toBe(200);
    expect((await intake.post(`/v1/cases/${unanswered}/proposals/proposal:1/refusal`, 'cn-desk')).statusCode).toBe(200);
    await intake.passTo('2025-02-22T00:00:00.000Z' as Instant);
    await intake.service.idle();
  });
  afterAll(() => intake.stop());

  it('say of each side how long it took, and how often it answered', async () => {
    const found = (await figures()).find(({ clock }) => clock === 'reply');
    // Registered on 6 February at 09:00 UTC. Two were answered, after 4 and 5 days, and one not until its time was
    // over.
    expect(found).toEqual({
      stage: 'S4',
      clock: 'reply',
      side: 'US',
      runs: 3,
      answered: 2,
      shareAnswered: 0.667,
      medianHours: 120,
      longestHours: 367,
    });
  });

  it('show to the public nothing of what went before registration, and to the registry that as well', async () => {
    expect((await figures()).map(({ stage }) => stage)).not.toContain('S2');
    expect((await figures('us-desk')).map(({ stage }) => stage)).not.toContain('S2');
    expect((await figures('us-registry')).find(({ clock }) => clock === 'completeness')).toMatchObject({
      stage: 'S2',
      side: 'registry',
      runs: 3,
      answered: 3,
      shareAnswered: 1,
    });
  });

  it(
    'show to the public no clock that stands between the parties, and so not that ' + 'something was proposed (I-43)',
    async () => {
      for (const who of [undefined, 'us-desk'])
        expect((await figures(who)).map(({ clock }) => clock)).not.toContain('consent');
      expect((await figures('us-registry')).map(({ clock }) => clock)).toContain('consent');
    },
  );
});
