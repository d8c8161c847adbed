import type { CaseId } from '@parley/kernel';
import { at } from './case-story.fixture';
import { IntakeApp } from '../intake-app.fixture';

interface Said {
  readonly acts: readonly {
    readonly method: string;
    readonly may: boolean;
    readonly asOf: string;
    readonly problem?: { readonly code: string; readonly rule: string; readonly instance: string };
  }[];
}
interface Document {
  readonly paths: Readonly<
    Record<
      string,
      { readonly post?: { readonly 'x-act'?: { readonly side?: string; readonly whileSuspended: boolean } } }
    >
  >;
}
const reason = { en: 'The interpreters are ill.', 'zh-Hans': '译员患病。' };
/** Lawful bodies. */
const BODIES: Readonly<Record<string, object | undefined>> = {
  reply: { position: 'accepts', objections: [], reservation: [], counterStatements: [] },
  calls: { proposedFor: '2025-03-20T10:00:00Z' },
  withdrawal: undefined,
  'claims/withdrawals': { claims: ['C1'] },
  'consultations/escalations': undefined,
  'consultations/conclusion': undefined,
};

describe('an act that is asked for without its body', () => {
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
  const asked = async (path: string, who: string) => (await intake.options(url(path), who)).json<Said>().acts;
  const suspend = async (): Promise<void> => {
    const { items: proposals } = (await intake.post(url('suspensions'), 'cn-desk', { reason })).json<{
      items: readonly { readonly id: string; readonly digest: string }[];
    }>();
    const { id, digest } = proposals.at(-1)!;
    expect((await intake.post(url(`proposals/${id}/signatures`), 'us-desk', { digest })).statusCode).toBe(200);
  };

  it('says that who may do it may, and that nobody else does, in the words of its refusal', async () => {
    const answer = await intake.options(url('reply'), 'us-desk');
    expect([answer.statusCode, answer.headers['allow'], answer.json<Said>().acts]).toEqual([
      200,
      'POST',
      [{ method: 'POST', may: true, asOf: 'now' }],
    ]);
    const other = await intake.options(url('reply'), 'cn-desk');
    expect([other.headers['allow'], other.json<Said>().acts]).toMatchObject([
      '',
      [{ may: false, problem: { status: 403, code: 'not-your-side', rule: 'S4', instance: url('reply') } }],
    ]);
    expect(await asked('reply', 'us-auditor')).toMatchObject([{ may: false, problem: { code: 'role-required' } }]);
  });

  it('says of a case that is not there what the act would', async () => {
    caseId = '7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11' as CaseId;
    expect(await asked('reply', 'us-desk')).toMatchObject([{ may: false, problem: { code: 'not-found' } }]);
    caseId = 'no-case' as CaseId;
    expect(await asked('reply', 'us-desk')).toMatchObject([{ may: false, problem: { code: 'not-found' } }]);
  });

  it('asks for a token', async () => {
    const answer = await intake.app.inject({ method: 'OPTIONS', url: url('reply') });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'unauthenticated']);
  });

  it('records nothing', async () => {
    const { headers } = await intake.get(`/v1/cases/${caseId}`, 'us-desk');
    for (const path of Object.keys(BODIES)) await asked(path, 'us-desk');
    expect((await intake.get(`/v1/cases/${caseId}`, 'us-desk')).headers['etag']).toBe(headers['etag']);
  });

  it.each(Object.keys(BODIES))('is refused for what it was said to be refused for: %s', async (path) => {
    const stages: readonly (() => Promise<unknown>)[] = [
      () => Promise.resolve(),
      () => intake.post(url('reply'), 'us-desk', BODIES['reply']),
      suspend,
      () => intake.post(url('withdrawal'), 'cn-desk'),
    ];
    const bars: string[] = [];
    for (const goOn of stages) {
      await goOn();
      for (const who of ['us-desk', 'cn-desk']) {
        const [said] = await asked(path, who);
        if (said?.may !== false) continue;
        const answer = await intake.post(url(path), who, BODIES[path]);
        expect([who, answer.statusCode < 300, answer.json<{ code: string }>().code]).toEqual([
          who,
          false,
          said.problem?.code,
        ]);
        bars.push(said.problem?.code ?? '');
      }
    }
    expect(bars.join()).toMatch(/screening-ended|not-in-consultations/);
  });

  it('may be done while the screening is suspended if, and only if, its declaration says so', async () => {
    await suspend();
    const { paths } = (await intake.get('/openapi.json')).json<Document>();
    const wrong: string[] = [];
    let told = 0;
    for (const [path, { post }] of Object.entries(paths)) {
      const act = post?.['x-act'];
      if (!act || !path.startsWith('/v1/cases/{caseId}/')) continue;
      const way = path.replace('{caseId}', caseId).replaceAll(/\{\w+\}/g, 'call:1');
      const who = act.side === 'respondent' ? 'us-desk' : 'cn-desk';
      const [said] = (await intake.options(way, who)).json<Said>().acts;
      if (said?.asOf !== 'now') continue;
      told++;
      if ((said.problem?.code === 'screening-suspended') === act.whileSuspended) wrong.push(path);
    }
    expect(wrong).toEqual([]);
    expect(told).toBeGreaterThanOrEqual(15);
  });
});
