import { words } from '../../support/cases-under-review';
import { BEGUN, endOf, reviewed } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';
import { answerEntry, cameByPost, entriesOf, heardFromOutside, review } from '../disputes/entered-paper';
import { codeOf } from '../disputes/late-dispute';

const FORGED = 'All of the trade, and the duty is harmless.';

/**
 * The attack: an officer of one registry enters a report that no expert wrote, which helps the case of that side, and
 * waits until the other side's officers have missed it (I-67).
 */
describe('paper that nobody confirms', () => {
  let dispute: Dispute;
  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '767');
    await reviewed(dispute);
    await heardFromOutside(dispute);
    const received = await cameByPost(dispute, 'us-registry', FORGED);
    await dispute.act('us-registry', 'panel/experts/expert:US:1/reports', {
      report: words(FORGED),
      exhibits: [],
      received,
    });
  });
  afterAll(() => dispute.end());

  it('is before nobody on the panel while the other registry has time for it, and on its agenda', async () => {
    expect(await review(dispute)).toEqual([]);
    expect((await dispute.as('cn-panel-1').get(dispute.path('panel/late-entries'))).status).toBe(403);
    const agenda = await dispute.as('cn-registry').read<{
      items: readonly { clock: string; awaited: string; dueAt: string }[];
    }>('/v1/agenda');
    expect(agenda.items.filter(({ clock }) => clock === 'paper-answer')).toMatchObject([{ awaited: 'registry:CN' }]);
    const [entry] = await entriesOf(dispute);
    const original = dispute.path(`panel/late-entries/${entry?.id ?? ''}/original`);
    expect((await dispute.as('cn-registry').bytes(original)).toString()).toBe(FORGED);
    expect((await dispute.as('us-registry').get(original)).status).toBe(403);
  });

  it('is not confirmed by the side that entered it, and not entered once more', async () => {
    expect(codeOf(await answerEntry(dispute, 'us-registry', 'confirmed'))).toBe('own-late-entry');
    const received = await cameByPost(dispute, 'us-registry', `${FORGED} Again.`);
    const again = { report: words(FORGED), exhibits: [], received };
    expect(await dispute.refused('us-registry', 'panel/experts/expert:US:1/reports', again)).toMatchObject({
      code: 'paper-awaits-answer',
    });
    expect(await dispute.refused('us-desk', 'panel/experts/expert:US:1/reports', again)).toMatchObject({ status: 403 });
    expect(
      await dispute.refused('us-registry', 'panel/experts/expert:US:1/reports', { ...again, received: undefined }),
    ).toMatchObject({ status: 422 });
  });

  it('stands as unconfirmed when nobody answers, and says so to the panel, both sides and everybody', async () => {
    const { deadlines } = await dispute
      .as('cn-desk')
      .read<{ deadlines: readonly { id: string; dueAt: string }[] }>(dispute.path('panel'));
    const due = deadlines.find(({ id }) => id.startsWith('late-entry:'))?.dueAt ?? '';
    await dispute.moveTo(due);
    await dispute.settle();
    for (const reader of ['cn-panel-2', 'us-panel-2', 'cn-desk', 'us-desk'])
      expect(await review(dispute, reader)).toMatchObject([
        { id: 'report:1', kind: 'expert-report', standing: 'unconfirmed', replacedBy: null },
      ]);
    expect(await entriesOf(dispute)).toMatchObject([{ act: 'expert-report', paper: true, status: 'unconfirmed' }]);
    expect(codeOf(await answerEntry(dispute, 'cn-registry', 'refused'))).toBe('late-entry-answered');
    expect(JSON.stringify(await dispute.docket())).toContain('It stands as unconfirmed');
  });

  it('is commented on by both sides in a time that runs from then (I-65)', async () => {
    await dispute.act('cn-desk', 'panel/materials/report:1/comments', { comment: words('No expert wrote this.') });
    expect(await review(dispute)).toMatchObject([{ comments: [{ party: 'CN' }] }]);
  });

  it('gives way to the expert, who finds it in the own name', async () => {
    const own = await dispute
      .as('expert')
      .read<{ items: readonly { said: readonly object[] }[] }>(dispute.path('panel/assignments'));
    expect(own.items).toMatchObject([{ said: [{ id: 'report:1', standing: 'unconfirmed' }] }]);
    await dispute.act('expert', 'panel/assignments/expert:US:1/disclosure', { statement: words('I advised neither.') });
    await dispute.act('expert', 'panel/assignments/expert:US:1/report', { report: words('A third.') });
    expect(await review(dispute)).toMatchObject([
      { id: 'report:1', standing: 'unconfirmed', replacedBy: 'report:2' },
      { id: 'report:2', standing: null, replacedBy: null },
    ]);
  });

  it('comes too late where nobody could answer before the last day for evidence is over (I-70)', async () => {
    const last = await endOf(dispute, 'evidence');
    await dispute.moveTo(new Date(Date.parse(last) - 24 * 3_600_000).toISOString());
    const note = async () => ({
      note: words('We gain by it.'),
      received: await cameByPost(dispute, 'us-registry', 'We gain by it.'),
    });
    const path = 'panel/third-parties/third-party:1/notes';
    expect(await dispute.refused('us-registry', path, await note())).toMatchObject({
      code: 'paper-too-late-to-be-answered',
      rule: 'I-70',
    });
    await dispute.act('third-party', 'panel/assignments/third-party:1/notes', { note: words('We pay it.') });
    await dispute.moveTo(last);
    expect(await dispute.refused('us-registry', path, await note())).toMatchObject({ code: 'evidence-closed' });
  });
});
