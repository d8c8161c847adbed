import { filing } from '../../case/case-story.fixture';
import { IntakeApp } from '../../intake-app.fixture';
import { digestOf } from '../../case/filing/filing.http';

interface Item {
  readonly case: string;
  readonly deadline: string;
  readonly context: string;
  readonly priority: string;
  readonly needsBothSides: boolean;
  readonly assignee: string | null;
  readonly expectedOn: string | null;
}

describe('the desk of the registry', () => {
  let intake: IntakeApp;
  let caseId: string;
  const queue = async (query = '', who = 'us-registry') =>
    (await intake.get(`/v1/desk/queue${query}`, who)).json<{ items: readonly Item[] }>().items;
  const codeOf = (answer: Awaited<ReturnType<IntakeApp['post']>>) => answer.json<{ code?: string }>().code;
  const step = { context: 'intake', deadline: 'completeness' };
  const reason = [{ lang: 'en', text: 'The annexes are being read.', kind: 'original' }];

  beforeEach(async () => {
    intake = await IntakeApp.start();
    const { grievance } = filing('2025-02-06T10:00:00Z');
    const filed = await intake.post('/v1/cases', 'cn-desk', {
      grievance,
      certification: { digest: digestOf(grievance) },
    });
    caseId = filed.json<{ id: string }>().id;
    await intake.service.idle();
  });
  afterEach(() => intake.stop());

  it('lists what awaits the registry, with how much it presses, for registry and co-heads alone', async () => {
    expect(await queue()).toMatchObject([
      { case: caseId, ...step, priority: 'normal', needsBothSides: false, assignee: null, expectedOn: null },
    ]);
    expect((await queue('', 'cn-cohead')).length).toBe(1);
    for (const who of ['us-desk', 'us-1', 'us-auditor'])
      expect((await intake.get('/v1/desk/queue', who)).statusCode).toBe(403);
  });

  it('has each step done by whom it is assigned to', async () => {
    const assign = (who: string, body: object) => intake.post(`/v1/cases/${caseId}/assignments`, who, body);
    expect((await assign('us-desk', { ...step, assignee: 'us-registry' })).statusCode).toBe(403);
    expect(codeOf(await assign('us-registry', { ...step, deadline: 'reply', assignee: 'us-registry' }))).toBe(
      'work-not-found',
    );
    expect((await assign('us-registry', { ...step, assignee: 'us-registry' })).json()).toMatchObject({
      ...step,
      assignee: 'us-registry',
    });
    expect(codeOf(await assign('us-registry', { ...step, assignee: 'us-registry' }))).toBe('work-assigned-already');
    expect((await assign('us-registry', { ...step, assignee: 'a b' })).statusCode).toBe(422);
    await intake.service.idle();
    expect([
      (await queue('?assigned=mine')).length,
      (await queue('?assigned=mine', 'cn-registry')).length,
      (await queue('?assigned=nobody')).length,
    ]).toEqual([1, 0, 0]);
  });

  it('gives both parties notice of its delay and why, and the clock runs on', async () => {
    const delay = (body: object) => intake.post(`/v1/cases/${caseId}/delay-notices`, 'us-registry', body);
    expect(codeOf(await delay({ ...step, expectedOn: '2025-02-01', reason }))).toBe('delay-expected-in-the-past');
    expect((await delay({ ...step, expectedOn: '2025-02-20', reason })).json()).toMatchObject({
      expectedOn: '2025-02-20',
    });
    await intake.service.idle();
    expect(await queue()).toMatchObject([{ ...step, expectedOn: '2025-02-20' }]);
    for (const who of ['us-desk', 'cn-desk']) {
      const { items } = (await intake.get('/v1/inbox', who)).json<{
        items: readonly { of: { event: string }; starts: unknown[] }[];
      }>();
      expect(items.find(({ of }) => of.event === 'DelayNotified')).toMatchObject({ starts: [], ends: [] });
    }
  });
});
