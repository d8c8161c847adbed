import { panelReview } from '@parley/contracts';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { publicEvent, untilSilence } from '../dossier-story.fixture';
import { readCaseFile } from '../case-file';
import type { DossierContext } from '../dossier-context';
import { thirdPartyNotesPages } from './third-party-notes';

const words = (text: string) => [{ lang: 'en', text, kind: 'original' }];
const served = (message: MessageInitShape<typeof panelReview.MaterialServedSchema>) =>
  publicEvent(panelReview.MaterialServedSchema, '2025-04-01T09:00:00.000Z', 'PANEL', message);
const pagesOf = (...events: ReturnType<typeof served>[]) =>
  thirdPartyNotesPages({ file: readCaseFile([...untilSilence, ...events]) } as DossierContext);

describe('the notes of third parties in a dossier', () => {
  it('stand there in their own words, each with what the parties said of it', () => {
    const note = served({
      materialId: 'note:1',
      kind: 'third-party-note',
      about: 'third-party:1',
      author: words('Importers'),
      text: words('We pay it.'),
    });
    const comment = served({
      materialId: 'note:1/comment:US',
      kind: 'comment',
      about: 'note:1',
      party: 'US',
      text: words('Not all of it.'),
    });
    const [page] = pagesOf(note, comment);
    expect(page?.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'own-words', 'own-words']);
    expect(page?.data).toMatchObject({
      notes: [{ id: 'note:1', author: [{ text: 'Importers' }], comments: [{ party: 'US' }] }],
    });
  });

  it('are no page where nobody outside of the case was heard, nor where a party alone wrote', () => {
    expect(pagesOf()).toEqual([]);
    expect(
      pagesOf(
        served({ materialId: 'answer:1', kind: 'answer', about: 'request:1', party: 'US', text: words('These.') }),
      ),
    ).toEqual([]);
  });
});
