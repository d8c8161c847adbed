import type { Sha256 } from '@parley/kernel';
import { PanelApp, words } from '../panel/panel-app.fixture';
import { code, instant, ok, PanelCase } from '../panel/panel-case.fixture';

describe('what came by another channel, over HTTP', () => {
  let panels: PanelApp;
  let panel: PanelCase;
  let original: Sha256;

  beforeEach(async () => {
    panels = await PanelApp.start();
    await panels.listMembers();
    panel = new PanelCase(panels, await panels.registeredCase());
    original = await panels.upload('As it was handed over');
  });
  afterEach(() => panels.stop());

  const came = (cameAt: string) => ({ channel: 'Note handed over at the seat', cameAt, original });
  const entries = async () =>
    (await panels.get(panel.url('/late-entries'), 'cn-registry')).json<{
      items: readonly { id: string; status: string }[];
    }>().items;
  const answer = async (who: string, verdict = 'confirmed') =>
    panel.act(`/late-entries/${(await entries()).at(-1)?.id ?? ''}/answer`, who, { verdict, original, reason: [] });
  const onSeat = async (id: string) => (await panel.shown()).seats.find((seat) => seat.id === id)?.member?.personId;

  it('is a desk’s act, entered by its side, and never that of a member or a co-head (I-67)', async () => {
    const received = came('2025-02-10T09:00:00Z');
    expect((await panel.act('/nominations', 'us-cohead', { member: 'us-1', received })).statusCode).toBe(403);
    expect(code(await panel.act('/disclosures', 'us-1', { statement: words('Nothing.'), received }))).toBe(
      'entered-by-its-author-alone',
    );
    const decision = { verdict: 'upheld', digest: original, received };
    expect(code(await panel.act('/challenges/challenge:1/decisions', 'us-cohead', decision))).toBe(
      'entered-by-its-author-alone',
    );
    expect(code(await panel.act('/nominations', 'us-registry', { member: 'us-registry', received }))).toBe(
      'two-capacities-in-case',
    );
  });

  it('takes a seat back from who was drawn once it is confirmed, and that one reads the panel no more', async () => {
    await panels.passTo(instant('2025-02-26T10:00:00Z'));
    const drawn = await onSeat('respondent-1');
    const others = await Promise.all(['respondent-1', 'respondent-2'].map(onSeat));
    const free = ['us-1', 'us-2', 'us-3', 'us-4'].find((id) => !others.includes(id)) ?? '';
    const nomination = { member: free, received: came('2025-02-25T15:30:00Z') };
    await ok(panel.act('/nominations', 'us-registry', nomination));
    expect(await onSeat('respondent-1')).toBe(drawn);
    expect(code(await answer('us-registry'))).toBe('own-late-entry');
    await ok(answer('cn-registry'));
    expect(await onSeat('respondent-1')).toBe(free);
    const types = (await panels.recorded(panel.caseId)).map(({ type }) => type).slice(-4);
    expect(types).toEqual(['LateEntryClaimed', 'LateEntryCounted', 'DefaultSetAside', 'MemberNominated']);
    expect(code(await panel.act('/disclosures', drawn ?? '', { statement: words('Nothing.') }))).toBe('not-on-panel');
    await ok(panel.act('/disclosures', free, { statement: words('Nothing.') }));
    // The officer of the registry is one still, and may answer what the other side enters (I-05).
    await ok(panel.act('/nominations', 'cn-registry', { member: 'cn-4', received: came('2025-02-25T15:30:00Z') }));
    await ok(answer('us-registry', 'refused'));
  });

  it('answers the panel, which had gone on without the answer, and does not when nobody confirms it', async () => {
    await panel.reviewing();
    await ok(panel.act('/information-requests', 'cn-1', { party: 'US', questions: words('Which?') }));
    const { deadlines } = await panel.shown();
    const due = deadlines.find(({ id }) => id === 'information-request:US:1')?.dueAt ?? '';
    await panels.passTo(instant(due));
    const minute = new Date(Date.parse(due) - 60_000).toISOString();
    const url = '/information-requests/request:1/answers';
    const answering = (cameAt: string) => ({ answer: words('These.'), exhibits: [], received: came(cameAt) });
    expect(code(await panel.act(url, 'us-registry', answering(due)))).toBe('late-entry-came-too-late');
    expect(code(await panel.act(url, 'cn-registry', answering(minute)))).toBe('not-asked');
    await ok(panel.act(url, 'us-desk', answering(minute)));
    await panels.passTo(instant(new Date(Date.parse(due) + 7 * 86_400_000).toISOString()));
    expect(await entries()).toMatchObject([{ status: 'lapsed' }]);
    expect(code(await answer('cn-registry'))).toBe('late-entry-answered');
    const { requests } = (await panels.get(panel.url('/review'), 'cn-2')).json<Readonly<Record<string, unknown>>>();
    expect(requests).toMatchObject([{ id: 'request:1', outcome: 'not-given' }]);
  });
});
