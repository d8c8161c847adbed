import { readTexts } from '@parley/contracts';
import type { DossierContext } from '../dossier-context';
import { asideOfBoth, ownOf } from '../own-claims';
import { say, table, type Page } from '../page';
import { plainMeasure } from './request-for-consultations.page';

/** Every measure that is complained of with its citation, whether the draft names it or not. */
export function measuresPage(context: DossierContext): Page {
  const { request } = context;
  const { measures } = ownOf(context);
  const isInDraft = (id: string): boolean => request.measures.includes(id);
  return {
    name: '03-measures',
    title: [
      { lang: 'en', text: 'Measures' },
      { lang: 'zh-Hans', text: '措施' },
    ],
    blocks: [
      ...asideOfBoth(context),
      table(
        [
          [say('No.', '编号'), 2],
          [say('Title', '标题'), 7],
          [say('Number', '文号'), 4],
          [say('Issuer', '发布机关'), 4],
          [say('Date', '日期'), 4],
          [say('Citation', '出处'), 5],
          [say('In the draft', '列入草案'), 3],
        ],
        measures.map((measure) => [
          measure.id,
          readTexts(measure.title),
          measure.number,
          measure.issuer,
          measure.date,
          measure.citation,
          isInDraft(measure.id) ? say('yes', '是') : say('no', '否'),
        ]),
        say('None.', '无。'),
      ),
    ],
    data: measures.map((measure) => ({ ...plainMeasure(measure), inDraft: isInDraft(measure.id) })),
  };
}
