import type { Instant } from '@parley/kernel';
import { IntakeApp } from '../../intake-app.fixture';

const ASKED = '2025-02-07T17:00:00.000Z' as Instant;
const [MINUTE, HOUR] = [60_000, 3_600_000];

/** Friday evening at the seat: were a rung counted as every other limit is, it would end on Monday at 17:00. */
describe('an outage that puts off a crisis by days', () => {
  let intake: IntakeApp;
  beforeEach(async () => {
    intake = await IntakeApp.start();
    intake.time.now = ASKED;
  });
  afterEach(() => intake.stop());

  const subject = [{ lang: 'en', text: 'Two vessels have collided.', kind: 'original' }];
  const later = (ms: number): Instant => new Date(Date.parse(ASKED) + ms).toISOString() as Instant;
  const declare = async (from: Instant, to: Instant): Promise<void> => {
    const { id, digest } = (await intake.post('/v1/outages', 'us-cohead', { from, to, reason: subject })).json<{
      id: string;
      digest: string;
    }>();
    expect((await intake.post(`/v1/outages/${id}/signatures`, 'cn-cohead', { digest })).statusCode).toBe(200);
    await intake.service.idle();
  };

  it('puts it off by its own length, and it goes up the same night', async () => {
    const { id } = (await intake.post('/v1/hotline', 'cn-desk', { grade: 'crisis', subject })).json<{ id: string }>();
    await intake.service.idle();
    // Forty minutes away, in which the half hour of the officials ended; nothing was decided meanwhile.
    intake.time.now = later(40 * MINUTE);
    await declare(later(0), later(40 * MINUTE));
    await intake.service.timers[0]?.fireDue();
    expect((await intake.get(`/v1/hotline/${id}`, 'cn-desk')).json()).toMatchObject({
      unanswered: [],
      deadlines: [{ id: 'official', dueAt: later(70 * MINUTE) }],
    });
    await intake.passTo(later(7 * HOUR));
    expect((await intake.get(`/v1/hotline/${id}`, 'cn-desk')).json()).toMatchObject({
      rung: 'unanswered',
      unanswered: [
        { rung: 'official', at: later(70 * MINUTE) },
        { rung: 'coheads', at: later(160 * MINUTE) },
        { rung: 'deputies', at: later(400 * MINUTE) },
      ],
    });
  });

  it('is due by its new end, and both sides have notice of the move (I-06)', async () => {
    await intake.post('/v1/hotline', 'cn-desk', { grade: 'crisis', subject });
    await intake.service.idle();
    intake.time.now = later(40 * MINUTE);
    await declare(later(0), later(40 * MINUTE));
    expect((await intake.get('/v1/agenda', 'us-desk')).json()).toMatchObject({
      items: [{ dueAt: later(70 * MINUTE) }],
    });
    const newest = async (who: string) =>
      (await intake.get('/v1/inbox', who)).json<{ items: readonly { heading: { en: string } }[] }>().items[0];
    expect(await newest('us-desk')).toMatchObject({
      heading: { en: 'Times of a hotline request were moved by an outage' },
    });
    expect(await newest('cn-desk')).toEqual(await newest('us-desk'));
  });
});
