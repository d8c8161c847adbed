import type { CaseId } from '@parley/kernel';
import { withoutPrejudiceStream } from '../../streams';
import { IntakeApp } from '../../intake-app.fixture';

describe('the without-prejudice channel over the API', () => {
  let intake: IntakeApp;
  let caseId: CaseId;
  beforeAll(async () => {
    intake = await IntakeApp.start();
  });
  afterAll(() => intake.stop());
  beforeEach(async () => {
    caseId = await intake.registeredCase();
  });

  const url = (path = ''): string => `/v1/cases/${caseId}/without-prejudice${path}`;
  const statement = { text: [{ lang: 'en', text: 'We could live with half.', kind: 'original' }] };

  it('is read by the two desks and their auditors, and by nobody else', async () => {
    const said = await intake.post(url(), 'cn-desk', statement);
    for (const who of ['cn-desk', 'us-desk', 'us-auditor', 'cn-auditor'])
      expect((await intake.get(url(), who)).json()).toEqual(said.json());
    for (const who of ['us-registry', 'cn-cohead', 'us-panel'])
      expect((await intake.get(url(), who)).statusCode).toBe(403);
    expect((await intake.get(url(), 'xx-desk')).statusCode).toBe(404);
    expect((await intake.get(url())).statusCode).toBe(401);
  });

  it('notes who read it before it is handed out (I-40)', async () => {
    await intake.get(url(), 'us-desk');
    expect((await intake.get(`/v1/cases/${caseId}/reads`, 'cn-auditor')).json()).toMatchObject({
      items: [{ personId: 'us-desk', tier: 'DESKS' }],
    });
  });

  it('leaves no word in the case, whoever reads that', async () => {
    await intake.post(url(), 'cn-desk', statement);
    for (const who of ['cn-desk', 'us-registry', 'us-cohead'])
      expect((await intake.get(`/v1/cases/${caseId}`, who)).body).not.toContain('half');
  });

  it('lays a statement open by both consents', async () => {
    const { id, digest } = (await intake.post(url(), 'cn-desk', statement)).json<{
      items: { id: string; digest: string }[];
    }>().items[0]!;
    expect((await intake.post(url(`/${id}/consents`), 'us-desk', { digest })).json()).toMatchObject({
      items: [{ consents: ['US'], releasedAt: null }],
    });
    expect((await intake.post(url(`/${id}/consents`), 'cn-desk', { digest })).json()).toMatchObject({
      items: [{ consents: ['US', 'CN'], releasedAt: intake.time.now }],
    });
  });

  it('tells each desk on which statements its consent is still awaited, and nobody else', async () => {
    const told = async (who: string) =>
      (await intake.get(`/v1/cases/${caseId}/acts`, who))
        .json<{ items: { act: string; path: string; may: boolean; problem?: { code: string } }[] }>()
        .items.flatMap(({ act, path, may, problem }) =>
          act === 'consentToLayOpen' ? [[path, may ? 'may' : problem?.code]] : [],
        );
    expect(await told('us-desk')).toEqual([[url('/{statementId}/consents'), 'unknown-statement']]);
    const { id, digest } = (await intake.post(url(), 'cn-desk', statement)).json<{
      items: { id: string; digest: string }[];
    }>().items[0]!;
    for (const who of ['us-desk', 'cn-desk']) expect(await told(who)).toEqual([[url(`/${id}/consents`), 'may']]);
    await intake.post(url(`/${id}/consents`), 'us-desk', { digest });
    expect(await told('us-desk')).toEqual([[url('/{statementId}/consents'), 'consented-already']]);
    expect(await told('cn-desk')).toEqual([[url(`/${id}/consents`), 'may']]);
    expect(await told('us-registry')).toEqual([[url('/{statementId}/consents'), 'role-required']]);
  });

  it('names a statement so that who reads it alone learns of no other (I-45)', async () => {
    const said = async () =>
      (await intake.post(url(), 'cn-desk', statement)).json<{ items: { id: string }[] }>().items.at(-1)?.id ?? '';
    const [first, second] = [await said(), await said()];
    for (const id of [first, second]) expect(id).toMatch(/^statement:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(first).not.toBe(second);
  });

  it('says a thing once by the same key', async () => {
    for (const _ of ['first', 'again']) await intake.post(url(), 'cn-desk', statement, { 'idempotency-key': 'one' });
    expect(await intake.recorded(withoutPrejudiceStream(caseId))).toHaveLength(1);
    expect((await intake.post(url(), 'cn-desk', statement, { 'if-match': '"7"' })).statusCode).toBe(412);
  });
});
