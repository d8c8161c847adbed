import type { Text } from '@parley/kernel';
import type { DossierRequest } from './request-faults.rules';
import { order } from './dossier-story.fixture';
import { packedDossier, storedExhibits } from './packed-dossier.fixture';
import { unpacked } from './unpacked.fixture';

const words = (text: string): readonly Text[] => [{ lang: 'en', text, kind: 'original' }];

/** Files of one draft, from a dossier whose request has these changes. */
async function draftOf(
  name: string,
  changes: Partial<DossierRequest>,
): Promise<{ readonly json: unknown; readonly html: string; readonly pdf: number }> {
  const { dossier, ...rest } = order();
  const files = await unpacked(
    await packedDossier(await storedExhibits(), {
      ...rest,
      dossier: { ...dossier, request: { ...dossier.request, ...changes } },
    }),
  );
  const bytes = (ending: string): Buffer => files.get(`data/documents/${name}.${ending}`) ?? Buffer.alloc(0);
  return {
    json: JSON.parse(bytes('json').toString('utf8')),
    html: bytes('html').toString('utf8'),
    pdf: bytes('pdf').byteLength,
  };
}

describe('the draft in a dossier', () => {
  it('for a panel holds whether consultations were held, with symbol and dates, and the summary', async () => {
    const consultations = { symbol: 'WT/DS633/1', requestedOn: '2025-02-04' as never, heldOn: ['2025-03-14' as never] };
    const draft = await draftOf('02-panel-request', {
      panelRequest: {
        consultations,
        withoutConsultations: [],
        earlierBecause: [],
        summary: words('An advantage is withheld.'),
      },
    });
    expect(draft.json).toMatchObject({
      kind: 'panel-request',
      wordsOf: 'CN',
      consultations,
      measures: [{ id: 'M1' }],
      legalBasis: [{ claim: 'C1' }, { claim: 'C2' }],
    });
    expect(draft.html).toContain('An advantage is withheld.');
    expect(draft.html).toContain('Own words of: China');
    expect(draft.pdf).toBeGreaterThan(1_000);
  });

  it('for a channel of the World Bank is for those who may file it', async () => {
    const channel = {
      channel: 'inspection-panel',
      institution: 'IBRD',
      project: { id: 'P123456', name: 'Port rehabilitation' },
      requester: 'affected-people',
      people: 2,
      closedOn: null,
      raisedWithManagement: true,
      harm: words('The quay is closed.'),
    } as const;
    const draft = await draftOf('02-channel-complaint', { forum: 'WORLD_BANK', channel });
    expect(draft.json).toMatchObject({ kind: 'channel-complaint', channel: 'inspection-panel', people: 2 });
    expect(draft.html).toContain('检查请求（检查小组）');
    expect(draft.pdf).toBeGreaterThan(1_000);
  });

  it('for the capitals lays options before them, and recommends none (I-52)', async () => {
    const option = (title: string) => ({ title: words(title), text: words('Both sides review the schedule.') });
    const draft = await draftOf('02-memorandum', {
      forum: 'CAPITALS',
      memorandum: { options: [option('A joint review'), option('A phased reduction')] },
    });
    expect(draft.json).toMatchObject({ kind: 'memorandum', options: [{}, {}] });
    expect(draft.html).toContain('the secretariat recommends none of them');
    expect(draft.html).not.toMatch(/violat|breach|违反/);
    expect(draft.pdf).toBeGreaterThan(1_000);
  });
});
