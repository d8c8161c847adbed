import { panelReview, told } from '@parley/contracts';
import { documentGaps } from '@parley/http';
import { publishes } from '../panel/panel.tells';
import { type PanelApp, words } from '../panel/panel-app.fixture';
import { code, eachInItsOwnCase, ok, type PanelCase } from '../panel/panel-case.fixture';

describe('experts and third parties in person, over HTTP', () => {
  let panels: PanelApp;
  let caseId: string;
  let panel: PanelCase;

  eachInItsOwnCase((its) => ({ panels, caseId, panel } = its));
  beforeEach(() => panel.reviewing());

  /** Both co-chairs ask the expert whom the United States proposed. */
  const asked = async (): Promise<void> => {
    await ok(
      panel.act('/expert-lists', 'us-desk', {
        experts: [{ name: words('Institute'), expertise: ['statistics'], personId: 'expert' }],
      }),
    );
    for (const chair of ['us-1', 'cn-1'])
      await ok(panel.act('/experts/expert:US:1/choices', chair, { questions: words('What share?') }));
    await panels.service.idle();
  };
  const assignments = '/assignments';
  /** The persons whom the panel hears in person, as the other contexts are told. */
  const heard = async () =>
    (await panels.recorded(caseId)).flatMap(publishes).flatMap((event) => {
      const person = told(event, panelReview.PersonHeardSchema);
      return person ? [[person.assignmentId, person.personId, person.heardAs, event.tier]] : [];
    });

  it('an expert finds what is asked, discloses and reports, and both parties and the panel read it', async () => {
    expect((await panels.get(panel.url(assignments), 'expert')).statusCode).toBe(404);
    await asked();
    const { items } = (await panels.get('/v1/assignments', 'expert')).json<{ items: readonly { caseId: string }[] }>();
    expect(items.filter((each) => each.caseId === caseId)).toEqual([
      { caseId, parties: { complainant: 'CN', respondent: 'US' } },
    ]);
    // Who is of neither side reads before the auditors of both (I-40).
    for (const auditor of ['us-auditor', 'cn-auditor']) {
      const reads = (await panels.get('/v1/reads/panel', auditor)).json<{ items: readonly object[] }>();
      expect(reads.items).toContainEqual(
        expect.objectContaining({ personId: 'expert', party: null, subject: 'assignments', tier: 'PANEL' }),
      );
    }
    const own = (await panels.get(panel.url(assignments), 'expert')).json<{ items: readonly object[] }>();
    expect(own.items).toMatchObject([
      {
        id: 'expert:US:1',
        as: 'expert',
        questions: words('What share?'),
        until: { id: 'review' },
        disclosure: null,
        said: [],
      },
    ]);

    expect(code(await panel.act('/assignments/expert:US:1/report', 'expert', { report: words('A third.') }))).toBe(
      'expert-has-not-disclosed',
    );
    await ok(panel.act('/assignments/expert:US:1/disclosure', 'expert', { statement: words('I advised neither.') }));
    const answer = await panel.act('/assignments/expert:US:1/report', 'expert', { report: words('A third.') });
    expect(answer.json()).toMatchObject({
      items: [
        { disclosure: { statement: words('I advised neither.') }, said: [{ id: 'report:1', text: words('A third.') }] },
      ],
    });
    expect(answer.headers['etag']).toBeUndefined();
    for (const reader of ['us-desk', 'cn-desk', 'cn-2']) {
      expect((await panels.get(panel.url('/review'), reader)).json()).toMatchObject({
        takenExperts: [
          {
            expertId: 'expert:US:1',
            personId: 'expert',
            report: 'report:1',
            disclosure: { statement: words('I advised neither.') },
          },
        ],
        materials: [{ id: 'report:1', text: words('A third.') }],
      });
    }
    const facts = (await panels.recorded(caseId))
      .flatMap(publishes)
      .flatMap((event) => told(event, panelReview.PanelFactSchema)?.kind ?? []);
    expect(facts).toContain('expert-disclosed');
    expect(await heard()).toEqual([['expert:US:1', 'expert', 'expert', 'PANEL']]);
  });

  it('a third party writes for itself, and sees its own notes alone', async () => {
    await ok(panel.act('/third-parties', 'us-1', { name: words('Importers'), personId: 'third-party' }));
    await ok(panel.act('/third-parties', 'cn-1', { name: words('Exporters') }));
    await panel.paper('/third-parties/third-party:2/notes', { note: words('We sell.') });
    const written = await panel.act('/assignments/third-party:1/notes', 'third-party', { note: words('We pay.') });
    expect(written.json()).toMatchObject({
      items: [
        { id: 'third-party:1', as: 'third-party', questions: [], said: [{ id: 'note:2', text: words('We pay.') }] },
      ],
    });
    expect(
      code(await panel.act('/assignments/third-party:2/notes', 'third-party', { note: words('We sell, too.') })),
    ).toBe('unknown-third-party');
    expect(await heard()).toEqual([['third-party:1', 'third-party', 'third-party', 'PANEL']]);
    expect((await panels.get(panel.url('/review'), 'cn-desk')).json()).toMatchObject({
      materials: [{ id: 'note:1' }, { id: 'note:2', about: 'third-party:1' }],
    });
  });

  it('to everything else the case answers them as one that does not exist (I-43)', async () => {
    await asked();
    for (const path of ['', '/review', '/draws', '/votes', '/reads'])
      expect([403, 404]).toContain((await panels.get(panel.url(path), 'expert')).statusCode);
    for (const [path, body] of [
      ['/information-requests', { party: 'US', questions: words('Which?') }],
      ['/experts/expert:US:1/reports', { report: words('A third.'), exhibits: [], received: await panel.came() }],
      ['/assignments/third-party:1/notes', { note: words('We pay.') }],
    ] as const) {
      expect([403, 404]).toContain((await panel.act(path, 'expert', body)).statusCode);
    }
    expect((await panels.get(panel.url(assignments), 'expert-2')).statusCode).toBe(404);
    expect(
      (await panel.act('/assignments/expert:US:1/disclosure', 'expert-2', { statement: words('None.') })).statusCode,
    ).toBe(404);
    for (const other of ['us-desk', 'us-1', 'us-registry'])
      expect((await panels.get(panel.url(assignments), other)).statusCode).toBe(403);
    expect((await panels.get('/v1/assignments', 'expert-2')).json()).toMatchObject({ items: [] });
  });

  it('are named by a pseudonym that does nothing else in the case (I-05)', async () => {
    const listing = (personId: string) =>
      panel.act('/expert-lists', 'us-desk', {
        experts: [{ name: words('Institute'), expertise: ['statistics'], personId }],
      });
    expect((await listing('no name!')).statusCode).toBe(422);
    expect((await listing('cn-1')).json()).toMatchObject({ code: 'otherwise-engaged-in-the-case' });
    expect(code(await panel.act('/third-parties', 'us-1', { name: words('Importers'), personId: 'us-desk' }))).toBe(
      'otherwise-engaged-in-the-case',
    );
  });

  it('have every field and refusal in the document of the API', async () => {
    expect(documentGaps((await panels.get('/openapi.json')).json())).toEqual([]);
  });
});
