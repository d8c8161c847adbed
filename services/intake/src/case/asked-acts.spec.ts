import type { CaseId } from '@parley/kernel';
import { at } from './case-story.fixture';
import { IntakeApp } from '../intake-app.fixture';

interface Said {
  readonly acts: readonly {
    readonly method: string;
    readonly may: boolean;
    readonly asOf: string;
    readonly problem?: {
      readonly status: number;
      readonly code: string;
      readonly rule: string;
      readonly instance: string;
    };
  }[];
}
interface ActNow {
  readonly act: string;
  readonly path: string;
  readonly may: boolean;
  readonly asOf: string;
  readonly until?: string;
  readonly problem?: { readonly code: string; readonly messages: { readonly 'zh-Hans': string } };
}
interface Document {
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly post?: {
          readonly 'x-act'?: { readonly side?: string; readonly whileSuspended?: true };
          readonly 'x-roles': readonly string[];
        };
      }
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
      'OPTIONS, POST',
      [{ method: 'POST', may: true, asOf: 'now' }],
    ]);
    const other = await intake.options(url('reply'), 'cn-desk');
    expect([other.headers['allow'], other.json<Said>().acts]).toMatchObject([
      answer.headers['allow'],
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
      const as = post?.['x-roles'] ?? [];
      if (!act || !path.startsWith('/v1/cases/{caseId}/')) continue;
      const way = path.replace('{caseId}', caseId).replaceAll(/\{\w+\}/g, 'call:1');
      const who = act.side === 'respondent' ? 'us-desk' : as.includes('desk') ? 'cn-desk' : `us-${as[0]}`;
      const [said] = (await intake.options(way, who)).json<Said>().acts;
      // Of a thing that is not there nothing else is told.
      if (said?.asOf !== 'now' || said.problem?.status === 404) continue;
      told++;
      if ((said.problem?.code === 'screening-suspended') === (act.whileSuspended ?? false)) wrong.push(path);
    }
    expect(wrong).toEqual([]);
    expect(told).toBeGreaterThanOrEqual(15);
  });

  it('is the head’s alone where it is a repudiation', async () => {
    expect(await asked('repudiations', 'us-desk')).toMatchObject([
      { may: false, asOf: 'now', problem: { code: 'repudiated-by-its-head-alone', rule: 'I-67' } },
    ]);
  });

  describe('among all acts of a case', () => {
    const actsOf = async (who: string): Promise<readonly ActNow[]> =>
      (await intake.get(url('acts'), who)).json<{ items: readonly ActNow[] }>().items;
    const found = async (who: string, act: string): Promise<ActNow | undefined> =>
      (await actsOf(who)).find((each) => each.act === act);

    it('is said with until when it may be done, the most pressing first', async () => {
      const { deadlines } = (await intake.get(`/v1/cases/${caseId}`, 'us-desk')).json<{
        deadlines: readonly { readonly id: string; readonly dueAt: string }[];
      }>();
      const acts = await actsOf('us-desk');
      const pressing = acts.filter(({ until }) => until !== undefined).map(({ until }) => until ?? '');
      expect(acts.find(({ act }) => act === 'replyToCase')).toEqual({
        act: 'replyToCase',
        method: 'POST',
        path: url('reply'),
        may: true,
        asOf: 'now',
        until: deadlines.find(({ id }) => id === 'reply')?.dueAt,
      });
      expect(pressing).toEqual(pressing.toSorted());
      expect(acts.findLastIndex(({ may }) => may)).toBe(acts.filter(({ may }) => may).length - 1);
    });

    it('is refused from the very instant on that was told, and not a moment before', async () => {
      const { until = '' } = (await found('us-desk', 'replyToCase')) ?? {};
      intake.time.now = at(new Date(Date.parse(until) - 1).toISOString());
      expect((await found('us-desk', 'replyToCase'))?.may).toBe(true);
      intake.time.now = at(until);
      expect(await found('us-desk', 'replyToCase')).toMatchObject({
        may: false,
        problem: { code: 'reply-out-of-time' },
      });
    });

    it('says when it is refused where the case stands, and which limit ends next', async () => {
      intake.time.now = at('2025-02-10T11:00:00Z');
      caseId = await intake.filedCase();
      expect((await intake.get(url('acts'), 'us-desk')).json()).toMatchObject({ stage: 'S2' });
      const early = (await intake.post(url('reply'), 'us-desk', BODIES['reply'])).json<{
        code: string;
        stands: { stage: string; until: string; en: string; 'zh-Hans': string };
      }>();
      expect(early).toMatchObject({ code: 'not-awaiting-reply', stands: { stage: 'S2' } });
      expect(early.stands.until > '2025-02-10T11:00:00Z').toBe(true);
      expect(early.stands.en).toMatch(/^The case stands at S2 \(Check of completeness\)\. The next limit ends at /);
      expect(early.stands['zh-Hans']).toMatch(/^本案处于S2（完整性审查）。下一期限于/);
    });

    it('says that both parties keep the screening suspended, and not that it awaits anything', async () => {
      await suspend();
      const refused = (await intake.post(url('reply'), 'us-desk', BODIES['reply'])).json<{ stands: { en: string } }>();
      expect(refused).toMatchObject({ code: 'screening-suspended' });
      expect(refused.stands.en).toContain('Both parties keep the screening suspended. The next limit ends at ');
    });

    it('is refused in the words of both languages', async () => {
      expect(await found('cn-desk', 'replyToCase')).toMatchObject({
        may: false,
        problem: { code: 'not-your-side', rule: 'S4', messages: { 'zh-Hans': '此项行为由本案另一当事方行使。' } },
      });
    });

    it('stands once for each thing on which it may be done, and otherwise says why on none', async () => {
      expect(await found('cn-desk', 'answerCall')).toMatchObject({ may: false, path: url('calls/{callId}/answer') });
      await intake.post(url('reply'), 'us-desk', BODIES['reply']);
      expect(await found('cn-desk', 'answerCall')).toMatchObject({ may: false, problem: { code: 'unknown-call' } });
      for (const hour of ['10', '11'])
        await intake.post(url('calls'), 'us-desk', { proposedFor: `2025-02-20T${hour}:00:00Z` });
      const answers = (await actsOf('cn-desk')).filter(({ act }) => act === 'answerCall');
      expect(answers.map(({ path, may }) => [path, may])).toEqual([
        [url('calls/call:1/answer'), true],
        [url('calls/call:2/answer'), true],
      ]);
      expect(await found('us-desk', 'answerCall')).toMatchObject({ may: false, problem: { code: 'own-call' } });
    });

    it('is told as it is when its own path is asked', async () => {
      for (const who of ['us-desk', 'cn-desk', 'us-registry', 'us-cohead'])
        for (const { act, path, may, problem } of await actsOf(who)) {
          if (path.includes('{')) continue;
          const [said] = (await intake.options(path, who)).json<Said>().acts;
          expect([who, act, said?.may, said?.problem?.code]).toEqual([who, act, may, problem?.code]);
        }
    });

    it('is told to nobody who may not know of the case', async () => {
      const answers = await Promise.all(
        ['us-panel-1', 'expert', 'us-auditor'].map((who) => intake.get(url('acts'), who)),
      );
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 403]);
      caseId = '7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11' as CaseId;
      expect((await intake.get(url('acts'), 'us-desk')).statusCode).toBe(404);
    });

    it('is asked of the state, whatever act it is', async () => {
      const acts = await actsOf('us-desk');
      expect(acts.length).toBeGreaterThan(35);
      expect(
        acts
          .filter(({ asOf }) => asOf === 'caller')
          .map(({ act }) => act)
          .toSorted(),
      ).toEqual([]);
    });
  });
});
