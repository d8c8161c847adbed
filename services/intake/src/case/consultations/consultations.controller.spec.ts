import type { CaseId } from '@parley/kernel';
import { at, reply } from '../case-story.fixture';
import { IntakeApp } from '../../intake-app.fixture';

describe('consultations over the API', () => {
  let intake: IntakeApp;
  let caseId: CaseId;
  beforeAll(async () => {
    intake = await IntakeApp.start();
  });
  afterAll(() => intake.stop());
  beforeEach(async () => {
    // This is before the time to reply ends; otherwise its default may be recorded before the reply is.
    intake.time.now = at('2025-02-20T10:00:00Z');
    caseId = await intake.registeredCase(reply('2025-02-20T10:00:00Z'));
    intake.time.now = at('2025-02-24T09:00:00Z');
  });

  const url = (path: string): string => `/v1/cases/${caseId}/${path}`;
  const text = [{ lang: 'en', text: 'Figures were explained.', kind: 'original' }];
  const answeredCall = async (): Promise<void> => {
    await intake.post(url('calls'), 'cn-desk', { proposedFor: '2025-02-26T09:00:00Z' });
    await intake.post(url('calls/call:1/answer'), 'us-desk');
  };

  it('move a call, accept its time and keep both times in the ledger', async () => {
    await intake.post(url('calls'), 'cn-desk', { proposedFor: '2025-02-26T09:00:00Z' });
    const moved = await intake.post(url('calls/call:1/times'), 'us-desk', { proposedFor: '2025-02-27T09:00:00Z' });
    expect(moved.json()).toMatchObject({
      exchange: { calls: [{ namedBy: 'US', moves: [{ from: '2025-02-26T09:00:00.000Z' }], acceptedAt: null }] },
    });
    const accepted = await intake.post(url('calls/call:1/acceptance'), 'cn-desk');
    expect(accepted.json()).toMatchObject({ exchange: { calls: [{ acceptedAt: '2025-02-24T09:00:00.000Z' }] } });
    expect((await intake.post(url('calls/call:1/acceptance'), 'us-desk')).json()).toMatchObject({
      code: 'own-call',
      rule: 'S5',
    });
  });

  it('agree on minutes over one digest, which the panel does not read', async () => {
    await answeredCall();
    const filed = await intake.post(url('consultations/minutes'), 'cn-desk', { callId: 'call:1', text });
    const { digest } = filed.json<{ minutes: { digest: string }[] }>().minutes[0]!;
    const signed = await intake.post(url('consultations/minutes/minutes:1/signatures'), 'us-desk', { digest });
    expect(signed.json()).toMatchObject({ minutes: [{ party: 'CN', agreedAt: '2025-02-24T09:00:00.000Z' }] });
    expect((await intake.get(url('consultations'), 'cn-registry')).json()).toEqual(signed.json());
    expect((await intake.get(url('consultations'), 'us-panel')).statusCode).toBe(403);
    expect((await intake.get(url('consultations'))).statusCode).toBe(401);
  });

  it('are concluded by both', async () => {
    expect((await intake.post(url('consultations/conclusion'), 'cn-desk')).json()).toMatchObject({
      concludedBy: ['CN'],
    });
    expect((await intake.post(url('consultations/conclusion'), 'us-desk')).statusCode).toBe(200);
    expect((await intake.get(`/v1/cases/${caseId}`, 'us-desk')).json()).toMatchObject({
      exchange: { stage: 'closed' },
    });
  });

  it('are done once by the same key, and not at a revision that has passed', async () => {
    const headers = { 'idempotency-key': 'one' };
    const first = await intake.post(url('consultations/escalations'), 'cn-desk', undefined, headers);
    const again = await intake.post(url('consultations/escalations'), 'cn-desk', undefined, headers);
    expect([first.json(), again.json()]).toMatchObject([{ level: 'deputies' }, { level: 'deputies' }]);
    expect(
      (await intake.post(url('consultations/escalations'), 'cn-desk', undefined, { 'if-match': '"1"' })).statusCode,
    ).toBe(412);
  });

  it('rise to the deputies and to the co-heads by time alone', async () => {
    await intake.passTo(at('2025-03-14T00:00:00Z'));
    expect((await intake.get(url('consultations'), 'cn-desk')).json()).toMatchObject({
      level: 'deputies',
      escalations: [{ by: null, to: 'deputies', at: '2025-03-04T16:00:00.000Z' }],
    });
  });

  it('refuse who is no desk, and a field that is not known', async () => {
    expect((await intake.post(url('consultations/conclusion'), 'us-cohead')).statusCode).toBe(403);
    expect(
      (await intake.post(url('consultations/minutes'), 'cn-desk', { callId: 'call:1', text, by: 'x' })).statusCode,
    ).toBe(422);
    expect(
      (await intake.post(`/v1/cases/5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11/consultations/conclusion`, 'cn-desk'))
        .statusCode,
    ).toBe(404);
  });

  // The last one: from now on the side has a register.
  it('tell who is not designated so, and let a registry officer enter an answer that came otherwise', async () => {
    const authority = 'Letter of 3 February 2025';
    for (const who of ['us-cohead', 'us-registry'])
      await intake.post('/v1/parties/US/delegations/head', who, { personId: 'us-desk', authority });
    await intake.service.idle();
    const said = { personId: 'us-desk-2', scope: 'official', authority };
    expect((await intake.post('/v1/parties/US/delegations', 'us-desk', said)).statusCode).toBe(201);
    await intake.post(url('calls'), 'cn-desk', { proposedFor: '2025-02-26T09:00:00Z' });
    const refused = { code: 'not-designated', rule: 'S5', status: 403 };
    for (const act of ['calls', 'calls/call:1/answer', 'calls/call:1/times', 'calls/call:1/acceptance'])
      expect((await intake.options(url(act), 'us-desk')).json()).toMatchObject({
        acts: [{ may: false, problem: refused }],
      });
    const received = { channel: 'Note', cameAt: '2025-02-24T08:00:00Z', original: 'e'.repeat(64) };
    const enter = async (who: string) =>
      (await intake.post(url('calls/call:1/answer'), who, { received })).json<object>();
    expect(await enter('us-desk')).toMatchObject(refused);
    expect(await enter('us-registry')).toMatchObject({ status: 422, errors: [{ path: '/received/original' }] });
  });
});
