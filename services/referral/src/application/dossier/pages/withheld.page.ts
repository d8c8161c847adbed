import type { Bilingual } from '@parley/kernel';
import type { DossierContext, Withheld } from '../dossier-context';
import { paragraph, say, table, type Page } from '../page';

const REASONS: Readonly<Record<Withheld['reason'], Bilingual>> = {
  'not-readable-by-the-recipient': say('The recipient is not one of its readers.', '接收方不在可阅范围之内。'),
  'bytes-missing': say('Its bytes could not be found.', '未找到其字节内容。'),
  'bytes-do-not-match': say(
    'Its bytes did not match their digest, which blocks their use (I-33).',
    '其字节内容与摘要值不符，因而不得使用（I-33）。',
  ),
};

/** The index of what is on the record and not in this bag (I-50). */
export function withheldPage({ withheld }: DossierContext): Page {
  return {
    name: '10-withheld',
    title: [
      { lang: 'en', text: 'What is withheld' },
      { lang: 'zh-Hans', text: '未列入内容' },
    ],
    blocks: [
      paragraph(
        say(
          'Deliberations and votes of the panel belong to its members and are in no dossier. Of all else ' +
            'this list is complete.',
          '专家组的评议和表决属于其成员，不载入任何卷宗。除此之外，本清单是完整的。',
        ),
      ),
      table(
        [
          [say('What', '内容'), 3],
          [say('At', '时刻'), 2],
          [say('Readers', '可阅范围'), 1],
          [say('Why', '原因'), 4],
        ],
        withheld.map(({ what, at, tier, reason }) => [what, at, tier, REASONS[reason]]),
        say('Nothing else is withheld.', '没有其他未列入的内容。'),
      ),
    ],
    data: withheld,
  };
}
