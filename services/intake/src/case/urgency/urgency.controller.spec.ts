import { panelReview } from '@parley/contracts';
import { sha256 } from '@parley/event-store';
import { canonicalJson, type CaseId } from '@parley/kernel';
import { at, grievance } from '../case-story.fixture';
import { urgency } from './urgency-story.fixture';
import { IntakeApp } from '../../intake-app.fixture';
import { ofPanel } from '../of-panel.fixture';

describe('urgency over the API', () => {
  let intake: IntakeApp;
  let caseId: CaseId;
  beforeAll(async () => {
    intake = await IntakeApp.start();
  });
  afterAll(() => intake.stop());
  beforeEach(async () => {
    intake.time.now = at('2025-02-04T10:00:00+01:00');
    const body = {
      grievance,
      certification: { digest: sha256(canonicalJson(grievance)) },
      contact: { name: 'Li Wei', reach: '+86' },
      urgency,
    };
    caseId = (await intake.post('/v1/cases', 'cn-desk', body)).json<{ id: CaseId }>().id;
  });

  const url = (path: string): string => `/v1/cases/${caseId}/${path}`;
  const digest = async () => (await intake.get(url('urgency'), 'us-cohead')).json<{ digest: string; signed: object }>();
  const shown = async () =>
    (await intake.get(`/v1/cases/${caseId}`, 'us-desk')).json<{
      track: string;
      urgency: { status: string };
      deadlines: { id: string; dueAt: string }[];
    }>();

  it('is claimed at filing, in force at once, and granted by silence', async () => {
    expect(await shown()).toMatchObject({ track: 'urgent', urgency: { status: 'claimed' } });
    await intake.passTo(at('2025-02-05T10:00:00+01:00'));
    expect(await shown()).toMatchObject({ status: 'registered', track: 'urgent', urgency: { status: 'granted' } });
  });

  it('is refused by both co-heads', async () => {
    const refusal = await digest();
    expect(sha256(canonicalJson(refusal.signed))).toBe(refusal.digest);
    expect((await intake.post(url('urgency/refusals'), 'us-cohead', { digest: refusal.digest })).json()).toMatchObject({
      status: 'claimed',
      refusedBy: ['US'],
    });
    expect((await intake.post(url('urgency/refusals'), 'us-cohead', { digest: refusal.digest })).json()).toMatchObject({
      code: 'signed-already',
    });
    expect((await intake.post(url('urgency/refusals'), 'cn-desk', { digest: refusal.digest })).statusCode).toBe(403);
    expect((await intake.post(url('urgency/refusals'), 'cn-cohead', { digest: refusal.digest })).json()).toMatchObject({
      status: 'refused',
      refusedBy: ['US', 'CN'],
    });
    expect(await shown()).toMatchObject({
      track: 'standard',
      deadlines: [{ id: 'completeness', dueAt: '2025-02-12T16:00:00.000Z' }],
    });
  });

  it('that the panel refuses is lost, however often that is heard of', async () => {
    await intake.passTo(at('2025-02-05T10:00:00+01:00'));
    intake.time.now = at('2025-02-06T10:00:00+01:00');
    await intake.hear(
      ofPanel(caseId, intake.time.now, panelReview.UrgencyDecidedSchema, {
        caseId,
        decidedAt: intake.time.now,
        verdict: 'refused',
      }),
    );
    expect(await shown()).toMatchObject({ track: 'standard', urgency: { status: 'refused' } });
    await intake.passTo(at('2025-02-12T10:00:00+01:00'));
    expect((await shown()).deadlines.map(({ id }) => id)).toContain('reply');
  });

  it('was not claimed in another case, which says so', async () => {
    const other = await intake.registeredCase();
    expect((await intake.get(`/v1/cases/${other}/urgency`, 'us-cohead')).json()).toMatchObject({ code: 'not-urgent' });
    expect((await intake.get(url('urgency'), 'us-panel')).statusCode).toBe(403);
  });

  it('names a ground of the rules', async () => {
    const body = {
      grievance,
      certification: { digest: sha256(canonicalJson(grievance)) },
      urgency: { ...urgency, ground: 'haste' },
    };
    expect((await intake.post('/v1/cases', 'cn-desk', body)).statusCode).toBe(422);
  });
});
