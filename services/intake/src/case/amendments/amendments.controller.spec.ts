import { sha256 } from '@parley/event-store';
import { canonicalJson, type CaseId } from '@parley/kernel';
import { claim, first, joinedWith, own, withClaims } from './amendments-story.fixture';
import { at } from '../case-story.fixture';
import type { Grievance } from '../filing/file-grievance.rules';
import { IntakeApp } from '../../intake-app.fixture';

const certified = (grievance: Grievance) => ({
  grievance,
  certification: { digest: sha256(canonicalJson(grievance)) },
});
const two = withClaims(first, claim('C2', 'II'));

describe('amendments over the API', () => {
  let intake: IntakeApp;
  let caseId: CaseId;
  beforeAll(async () => {
    intake = await IntakeApp.start();
  });
  afterAll(() => intake.stop());
  beforeEach(async () => {
    intake.time.now = at('2025-02-06T10:00:00Z');
    caseId = await intake.registeredCase();
    intake.time.now = at('2025-02-10T10:00:00Z');
  });

  const url = (path: string): string => `/v1/cases/${caseId}/${path}`;
  const counterStatements = [{ claim: 'C2', statement: [{ lang: 'en', text: 'Denied.', kind: 'original' }] }];

  it('add a claim that is answered in its own time', async () => {
    const amended = await intake.post(url('amendments'), 'cn-desk', { kind: 'supplement', ...certified(two) });
    expect(amended.json()).toMatchObject({
      docketNumber: expect.any(String),
      grievance: { claims: [{ id: 'C1' }, { id: 'C2' }] },
      amendments: [{ id: 'S1', kind: 'supplement', added: ['C2'], stage: 'awaiting-reply' }],
      receipt: { digest: sha256(canonicalJson(two)) },
    });
    const answered = await intake.post(url('amendments/S1/reply'), 'us-desk', { counterStatements });
    expect(answered.json()).toMatchObject({
      amendments: [{ stage: 'consultations', unanswered: false, counterStatements }],
    });
  });

  it('mend a filing before it is found complete, and both sides have notice', async () => {
    const contact = { name: 'Li Wei', reach: '+86 10 0000 0000' };
    const filed = await intake.post('/v1/cases', 'cn-desk', { ...certified(withClaims(first)), contact });
    const { id: mine } = filed.json<{ id: string }>();
    const mended = { ...two, authority: 'Another instruction' };
    const amended = await intake.post(`/v1/cases/${mine}/amendments`, 'cn-desk', {
      kind: 'replacement',
      ...certified(mended),
    });
    expect(amended.json()).toMatchObject({ status: 'filed', grievance: { claims: [{ id: 'C1' }, { id: 'C2' }] } });
    await intake.service.idle();
    for (const who of ['cn-desk', 'us-desk']) {
      const { items } = (await intake.get(`/v1/inbox?case=${mine}`, who)).json<{
        items: readonly { of: { event: string } }[];
      }>();
      expect(items.map(({ of }) => of.event)).toContain('FilingAmended');
    }
    await intake.post(`/v1/cases/${mine}/completeness`, 'us-registry', { finding: 'complete' });
    await intake.service.idle();
    expect((await intake.get(`/v1/cases/${mine}`, 'us-desk')).json()).toMatchObject({
      status: 'registered',
      grievance: { authority: 'Another instruction' },
    });
  });

  it('go on by themselves when nobody answers', async () => {
    await intake.post(url('amendments'), 'cn-desk', { kind: 'supplement', ...certified(two) });
    await intake.passTo(at('2025-04-01T10:00:00Z'));
    expect((await intake.get(`/v1/cases/${caseId}`, 'cn-desk')).json()).toMatchObject({
      amendments: [{ unanswered: true, stage: 'closed' }],
      exchange: { unanswered: true },
    });
  });

  it('after day 60 are proposed to the other party, which signs', async () => {
    await intake.passTo(at('2025-04-08T10:00:00Z'));
    expect(
      (await intake.post(url('amendments'), 'cn-desk', { kind: 'supplement', ...certified(two) })).json(),
    ).toMatchObject({ code: 'supplement-late', rule: 'I-24' });
    const proposed = await intake.post(url('supplements'), 'cn-desk', certified(two));
    const [proposal] = proposed.json<{ items: { id: string; digest: string; signed: object }[] }>().items;
    expect(sha256(canonicalJson(proposal?.signed))).toBe(proposal?.digest);
    expect(
      (await intake.post(url(`proposals/${proposal?.id ?? ''}/signatures`), 'us-desk', { digest: proposal?.digest }))
        .statusCode,
    ).toBe(200);
    expect((await intake.get(`/v1/cases/${caseId}`, 'us-desk')).json()).toMatchObject({
      amendments: [{ id: 'S1', added: ['C2'] }],
    });
  });

  it('come of an objection to a correction that was certified, and of no other', async () => {
    const [measure] = two.measures;
    const correction = (field: 'number' | 'issuer', becomes: string) => ({
      ...{ measure: measure?.id, field, was: measure?.[field], becomes, reason: { en: 'A misprint.' } },
    });
    const held = (await intake.get(`/v1/cases/${caseId}`, 'cn-desk')).json<{ grievance: Grievance }>().grievance;
    const corrected = { ...held, measures: [{ ...held.measures[0]!, number: 'EO 14193' }] };
    const number = correction('number', 'EO 14193');
    const { certification } = certified(corrected);
    const wrong = { ...number, certification: certified(held).certification };
    expect((await intake.post(url('corrections'), 'cn-desk', wrong)).json()).toMatchObject({
      code: 'certification-digest-differs',
    });
    await intake.post(url('corrections'), 'cn-desk', correction('issuer', 'The president'));
    const { items } = (await intake.post(url('corrections'), 'cn-desk', { ...number, certification })).json<{
      items: { digest: string; signed: object }[];
    }>();
    expect(items).toMatchObject([
      { matter: { correction: { certified: false } } },
      { matter: { correction: { certified: true } }, signed: { matter: { certification } } },
    ]);
    expect(sha256(canonicalJson(items[1]?.signed))).toBe(items[1]?.digest);
    await intake.post(url('proposals/proposal:1/refusal'), 'us-desk');
    expect((await intake.get(`/v1/cases/${caseId}`, 'us-desk')).json()).toMatchObject({
      amendments: [],
      grievance: held,
    });
    expect((await intake.post(url('proposals/proposal:2/refusal'), 'us-desk')).statusCode).toBe(200);
    expect((await intake.get(`/v1/cases/${caseId}`, 'us-desk')).json()).toMatchObject({
      amendments: [{ id: 'R1', kind: 'replacement', replaced: ['C1'] }],
      grievance: corrected,
      receipt: { digest: certification.digest },
    });
    await intake.service.idle();
    for (const who of ['cn-desk', 'us-desk']) {
      const notices = (await intake.get(`/v1/inbox?case=${caseId}`, who)).json<{
        items: readonly { of: { event: string } }[];
      }>().items;
      expect(notices.map(({ of }) => of.event)).toContain('AmendmentServed');
    }
  });

  it('bring in claims of the respondent when the complainant signs, which answers them', async () => {
    const both = joinedWith(first, own);
    expect((await intake.post(url('joinders'), 'cn-desk', certified(both))).json()).toMatchObject({
      code: 'not-your-side',
    });
    const [proposal] = (await intake.post(url('joinders'), 'us-desk', certified(both))).json<{
      items: { id: string; digest: string }[];
    }>().items;
    expect(
      (await intake.post(url(`proposals/${proposal?.id ?? ''}/signatures`), 'cn-desk', { digest: proposal?.digest }))
        .statusCode,
    ).toBe(200);
    const reply = { counterStatements: [{ ...counterStatements[0], claim: 'U1' }] };
    expect((await intake.post(url('amendments/J1/reply'), 'us-desk', reply)).json()).toMatchObject({
      code: 'not-the-complainant',
    });
    expect((await intake.post(url('amendments/J1/reply'), 'cn-desk', reply)).json()).toMatchObject({
      amendments: [{ id: 'J1', kind: 'joinder', stage: 'consultations' }],
    });
    expect((await intake.post(url('withdrawal'), 'cn-desk')).json()).toMatchObject({
      code: 'claims-of-both',
      rule: 'I-30',
    });
    expect((await intake.post(url('claims/withdrawals'), 'us-desk', { claims: ['U1'] })).statusCode).toBe(200);
    expect((await intake.post(url('withdrawal'), 'cn-desk')).json()).toMatchObject({
      status: 'ended',
      outcome: 'withdrawn',
    });
  });

  it('are refused with the rule, and nothing is half done', async () => {
    const send = (body: object, who = 'cn-desk', headers = {}) => intake.post(url('amendments'), who, body, headers);
    expect((await send({ kind: 'supplement', ...certified(two) }, 'us-desk')).json()).toMatchObject({
      code: 'not-your-side',
    });
    expect(
      (await send({ kind: 'supplement', ...certified(two), certification: { digest: 'ab'.repeat(32) } })).json(),
    ).toMatchObject({ code: 'certification-digest-differs' });
    expect((await send({ kind: 'addition', ...certified(two) })).statusCode).toBe(422);
    expect((await send({ kind: 'supplement', ...certified(two), contact: { name: 'x', reach: 'y' } })).statusCode).toBe(
      422,
    );
    expect((await send({ kind: 'supplement', ...certified(two) }, 'cn-desk', { 'if-match': '"1"' })).statusCode).toBe(
      412,
    );
    expect((await intake.post(url('amendments/S1/reply'), 'us-desk', { counterStatements })).json()).toMatchObject({
      code: 'unknown-amendment',
    });
    expect((await intake.get(`/v1/cases/${caseId}`, 'cn-desk')).json()).toMatchObject({
      amendments: [],
      grievance: { claims: [{ id: 'C1' }] },
    });
  });
});
