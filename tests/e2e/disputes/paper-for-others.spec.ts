import { words } from '../../support/cases-under-review';
import { BEGUN, reviewed } from './decided';
import { Dispute } from './dispute';
import { answerEntry, cameByPost, entriesOf, heardFromOutside, review } from './entered-paper';

/** The story of paper for somebody of neither side: confirmed, refused, and replaced by the person's own (I-67). */
describe('a letter of a third party that came to one registry by post', () => {
  let dispute: Dispute;
  const path = 'panel/third-parties/third-party:1/notes';
  const enter = async (text: string): Promise<void> =>
    dispute.act('cn-registry', path, { note: words(text), received: await cameByPost(dispute, 'cn-registry', text) });
  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '768');
    await reviewed(dispute);
    await heardFromOutside(dispute);
  });
  afterAll(() => dispute.end());

  it('is before the panel as confirmed once the other registry has read the original', async () => {
    await enter('We pay it.');
    expect(await review(dispute)).toEqual([]);
    expect((await answerEntry(dispute, 'us-registry', 'confirmed')).status).toBe(200);
    expect(await review(dispute)).toMatchObject([{ id: 'note:1', kind: 'third-party-note', standing: 'confirmed' }]);
    const [entry] = await entriesOf(dispute);
    expect(entry).toMatchObject({ status: 'counted', party: 'CN' });
    expect((await review(dispute))[0]?.original).toBe(entry?.original);
    expect(JSON.stringify(await dispute.docket())).toContain('confirmed by the other’s');
  });

  it('takes its author’s own note in its place, while it waits and once it stands', async () => {
    await enter('We pay half of it.');
    const waits = (await entriesOf(dispute)).at(-1)?.id ?? '';
    const own = 'panel/assignments/third-party:1/notes';
    await dispute.act('third-party', own, { note: words('We pay a tenth of it.'), replaces: waits });
    expect((await entriesOf(dispute)).at(-1)).toMatchObject({ status: 'replaced' });
    await dispute.act('third-party', own, { note: words('We pay all of it.'), replaces: 'note:1' });
    expect(await review(dispute)).toMatchObject([
      { id: 'note:1', replacedBy: 'note:3' },
      { id: 'note:2', standing: null },
      { id: 'note:3', standing: null },
    ]);
    expect(await dispute.refused('third-party', own, { note: words('Once more.'), replaces: 'note:1' })).toMatchObject({
      ...{ status: 422, code: 'no-such-paper-to-replace' },
    });
  });

  it('that the other registry refuses does not count, and then only what the third party writes itself', async () => {
    await enter('We pay nothing.');
    expect((await answerEntry(dispute, 'us-registry', 'refused')).status).toBe(200);
    expect(await review(dispute)).toHaveLength(3);
    const more = { note: words('Nothing at all.'), received: await cameByPost(dispute, 'us-registry', 'Nothing.') };
    expect(await dispute.refused('us-registry', path, more)).toMatchObject({ code: 'paper-was-refused' });
    await dispute.act('third-party', 'panel/assignments/third-party:1/notes', { note: words('We do pay.') });
    expect(await review(dispute)).toHaveLength(4);
  });
});
