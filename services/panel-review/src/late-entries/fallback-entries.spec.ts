import { instant, ok, PanelCase, code } from '../panel/panel-case.fixture';
import { PanelApp, words } from '../panel/panel-app.fixture';

describe('what came by another channel, over HTTP', () => {
  let panels: PanelApp;
  let panel: PanelCase;

  beforeEach(async () => {
    panels = await PanelApp.start();
    await panels.listMembers();
    panel = new PanelCase(panels, await panels.registeredCase());
  });
  afterEach(() => panels.stop());

  const entry = {
    channel: 'Note handed over at the seat',
    cameAt: '2025-02-20T10:00:00Z',
    from: 'us-desk',
    party: 'US',
  };
  const enter = (who: string, body: object) => panel.act('/fallback-entries', who, { ...entry, ...body });
  const onSeat = async (id: string) => (await panel.shown()).seats.find((seat) => seat.id === id)?.member?.personId;

  it('is entered by the registry alone, one act at a time', async () => {
    expect((await enter('us-desk', { nomination: { member: 'us-1' } })).statusCode).toBe(403);
    expect(code(await enter('us-registry', {}))).toBe('fallback-not-one-act');
    expect(
      code(
        await enter('us-registry', { nomination: { member: 'us-1' }, disclosure: { statement: words('Nothing.') } }),
      ),
    ).toBe('fallback-not-one-act');
    expect(code(await enter('us-registry', { from: 'us-registry', nomination: { member: 'us-1' } }))).toBe(
      'two-capacities-in-case',
    );
    expect(code(await enter('us-registry', { party: 'FR', nomination: { member: 'us-1' } }))).toBe('not-a-party');
  });

  it('takes a seat back from who was drawn, and that one reads the panel no more (I-19)', async () => {
    await panels.passTo(instant('2025-02-26T10:00:00Z'));
    const drawn = await onSeat('respondent-1');
    const others = await Promise.all(['respondent-1', 'respondent-2'].map(onSeat));
    const free = ['us-1', 'us-2', 'us-3', 'us-4'].find((id) => !others.includes(id)) ?? '';
    await ok(enter('cn-registry', { nomination: { member: free } }));
    expect(await onSeat('respondent-1')).toBe(free);
    const types = (await panels.recorded(panel.caseId)).map(({ type }) => type).slice(-3);
    expect(types).toEqual(['FallbackEntryMade', 'DefaultSetAside', 'MemberNominated']);
    expect(code(await panel.act('/disclosures', drawn ?? '', { statement: words('Nothing.') }))).toBe('not-on-panel');
    await ok(panel.act('/disclosures', free, { statement: words('Nothing.') }));
  });

  it('answers the panel, which had gone on without the answer, and both sides are served it', async () => {
    await panel.reviewing();
    await ok(panel.act('/information-requests', 'cn-1', { party: 'US', questions: words('Which?') }));
    await panels.passTo(instant('2025-04-07T10:00:00Z'));
    const answer = {
      cameAt: '2025-03-28T10:00:00Z',
      informationAnswer: { request: 'request:1', answer: words('These.'), exhibits: [] },
    };
    expect(code(await enter('us-registry', { ...answer, cameAt: '2025-04-05T10:00:00Z' }))).toBe(
      'fallback-receipt-out-of-time',
    );
    expect(code(await enter('us-registry', { ...answer, from: 'cn-desk', party: 'CN' }))).toBe('not-asked');
    await ok(enter('us-registry', answer));
    const { requests, materials } = (await panels.get(panel.url('/review'), 'cn-2')).json<
      Readonly<Record<string, unknown>>
    >();
    expect({ requests, materials }).toMatchObject({
      requests: [{ id: 'request:1', outcome: 'answered' }],
      materials: [{ id: 'answer:1', servedAt: '2025-03-28T10:00:00.000Z' }],
    });
    expect(code(await enter('us-registry', answer))).toBe('request-answered');
  });

  it('replaces nobody, and comments on no report, that is not awaited', async () => {
    await panels.passTo(instant('2025-02-26T10:00:00Z'));
    expect(code(await enter('us-registry', { replacement: { member: 'cn-1' } }))).toBe('fallback-nothing-awaited');
    expect(code(await enter('us-registry', { reportComment: { material: 'report:1', comment: words('Half.') } }))).toBe(
      'fallback-nothing-awaited',
    );
  });
});
