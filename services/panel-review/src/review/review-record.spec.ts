import { panelReview, told } from '@parley/contracts';
import { publishes } from '../panel/panel.tells';
import { type PanelApp, words } from '../panel/panel-app.fixture';
import { code, eachInItsOwnCase, ok, type PanelCase } from '../panel/panel-case.fixture';

describe('the record of a review over HTTP', () => {
  let panels: PanelApp;
  let caseId: string;
  let panel: PanelCase;

  eachInItsOwnCase((its) => ({ panels, caseId, panel } = its));

  it('asks the parties, hears third parties and experts, and tells when it is late', async () => {
    await panel.reviewing();
    const record = async (who = 'cn-desk') =>
      (await panels.get(panel.url('/review'), who)).json<Readonly<Record<string, unknown>>>();
    expect(code(await panel.act('/information-requests', 'us-2', { party: 'US', questions: words('Which?') }))).toBe(
      'not-a-co-chair',
    );
    expect(
      (await panel.act('/information-requests', 'us-desk', { party: 'US', questions: words('Which?') })).statusCode,
    ).toBe(403);
    expect((await panel.act('/information-requests', 'cn-1', { party: 'US', questions: [] })).statusCode).toBe(422);
    await ok(panel.act('/information-requests', 'cn-1', { party: 'US', questions: words('Which?') }));
    expect(
      code(
        await panel.act('/information-requests/request:1/answers', 'cn-desk', {
          answer: words('These.'),
          exhibits: [],
        }),
      ),
    ).toBe('not-asked');
    expect(
      code(
        await panel.act('/information-requests/request:1/answers', 'us-desk', {
          answer: words('These.'),
          exhibits: ['CHN-2'],
        }),
      ),
    ).toBe('unknown-exhibit');
    await ok(
      panel.act('/information-requests/request:1/answers', 'us-desk', { answer: words('These.'), exhibits: ['CHN-1'] }),
    );
    await ok(panel.act('/materials/answer:1/comments', 'cn-desk', { comment: words('And more.') }));
    await ok(panel.act('/third-parties', 'us-1', { name: words('Importers') }));
    expect(
      (
        await panel.act('/third-parties/third-party:1/notes', 'us-desk', {
          note: words('We pay.'),
          received: await panel.came(),
        })
      ).statusCode,
    ).toBe(403);
    await panel.paper('/third-parties/third-party:1/notes', { note: words('We pay.') });
    await ok(
      panel.act('/expert-lists', 'us-desk', { experts: [{ name: words('Institute'), expertise: ['statistics'] }] }),
    );
    const { etag } = (await panels.get(panel.url(), 'us-desk')).headers;
    await ok(panel.act('/experts/expert:US:1/choices', 'us-1', { questions: words('What share?') }));
    expect((await panels.get(panel.url(), 'us-desk')).headers['etag']).toBe(etag);
    await ok(panel.act('/experts/expert:US:1/choices', 'cn-1', { questions: words('What share?') }));
    await panels.service.idle();
    await panel.paper('/experts/expert:US:1/reports', { report: words('A third.'), exhibits: [] });
    await ok(
      panel.act('/delays', 'cn-1', { stage: 'review', expectedOn: '2025-05-20', reason: words('More to read.') }),
    );
    expect(await record()).toMatchObject({
      requests: [{ id: 'request:1', askedOf: 'US', outcome: 'answered' }],
      thirdParties: [{ id: 'third-party:1' }],
      takenExperts: [{ expertId: 'expert:US:1', report: 'report:1' }],
      materials: [
        { id: 'answer:1', comments: [{ party: 'CN' }], standing: null },
        { id: 'note:1', standing: 'confirmed' },
        { id: 'report:1', standing: 'confirmed' },
      ],
      delays: [{ stage: 'review', expectedOn: '2025-05-20' }],
    });
    expect(await record('us-2')).toEqual(await record());
    expect((await panels.get(panel.url('/review'), 'us-4')).statusCode).toBe(404);
    const events = (await panels.recorded(caseId)).flatMap(publishes);
    const served = events.flatMap((event) => told(event, panelReview.MaterialServedSchema) ?? []);
    expect(served.map(({ materialId, kind }) => `${kind} ${materialId}`)).toEqual([
      'request request:1',
      'answer answer:1',
      'comment answer:1/comment:CN',
      'third-party-note note:1',
      'expert-report report:1',
    ]);
    expect(served[3]?.author).toMatchObject([{ text: 'Importers' }]);
    expect(
      events.filter((event) => told(event, panelReview.MaterialServedSchema)).every(({ tier }) => tier === 'PANEL'),
    ).toBe(true);
    expect(events.flatMap((event) => told(event, panelReview.DelayNotifiedSchema)?.expectedOn ?? [])).toEqual([
      '2025-05-20',
    ]);
  });

  it(
    'has its deadlines extended by both parties, or by both co-heads, and its members are ' +
      'told of nobody’s proposal',
    async () => {
      await panel.reviewing();
      const body = { deadline: 'review', by: 5, reason: { en: 'The interpreters are ill.' } };
      expect((await panel.act('/extensions', 'us-1', body)).statusCode).toBe(403);
      expect((await panel.act('/extensions', 'us-desk', { ...body, reason: {} })).statusCode).toBe(422);
      expect(code(await panel.act('/extensions', 'us-desk', { ...body, by: 26 }))).toBe('extension-too-long');
      const before = (await panel.shown()).deadlines.find(({ id }) => id === 'review');
      const { extensions } = (await panel.act('/extensions', 'us-desk', body)).json<{
        extensions: { id: string; digest: string; status: string }[];
      }>();
      expect(extensions).toMatchObject([
        {
          id: 'extension:1',
          status: 'open',
          reason: { ...body.reason, 'zh-Hans': '仅有英文：The interpreters are ill.' },
        },
      ]);
      expect(await panel.shown('us-2')).toMatchObject({ extensions: [] });
      const sign = (who: string) =>
        panel.act('/extensions/extension:1/signatures', who, { digest: extensions[0]?.digest });
      expect(code(await sign('us-desk'))).toBe('one-person-for-both-sides');
      expect(code(await sign('cn-cohead'))).toBe('signed-by-others');
      expect((await sign('cn-desk')).json()).toMatchObject({ extensions: [{ status: 'signed' }] });
      const after = (await panel.shown()).deadlines.find(({ id }) => id === 'review');
      expect([after?.firstDueAt, (after?.dueAt ?? '') > (before?.dueAt ?? '')]).toEqual([before?.dueAt, true]);
      const facts = (await panels.recorded(caseId))
        .flatMap(publishes)
        .flatMap((event) => told(event, panelReview.PanelFactSchema) ?? []);
      expect(facts.find(({ kind }) => kind === 'panel-deadline-extended')?.opens?.dueAt).toBe(after?.dueAt);
    },
  );

  it('meets both parties on its interim text when one of them asks', async () => {
    await panel.reviewing();
    await ok(panel.act('/interim', 'us-2', { text: words('So far.'), exhibits: [] }));
    const { digest } = (await panels.get(panel.url('/votes'), 'cn-2')).json<{ draft: { digest: string } }>().draft;
    for (const chair of ['us-1', 'cn-1']) await ok(panel.act('/interim/signatures', chair, { digest }));
    await panels.service.idle();
    await ok(panel.act('/interim/meeting-requests', 'us-desk', {}));
    expect(code(await panel.act('/interim/meeting-requests', 'us-desk', {}))).toBe('meeting-requested');
    expect((await panel.act('/interim/meetings', 'cn-1', { meetsAt: 'tomorrow' })).statusCode).toBe(422);
    const set = await panel.act('/interim/meetings', 'cn-1', { meetsAt: '2025-03-26T14:00:00+01:00' });
    expect(set.json()).toMatchObject({ meeting: { requestedBy: ['US'], meetsAt: '2025-03-26T13:00:00.000Z' } });
  });
});
