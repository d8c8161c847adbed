import { readTexts } from '@parley/contracts';
import type { Bilingual, Text } from '@parley/kernel';
import type { DossierContext, Withheld } from '../dossier-context';
import { asideOfBoth, ownOf } from '../story/told-translation';
import { heading, paragraph, plainTranslations, say, table, translationBlocks, type Page } from './page';
import { provisionOf } from './request-for-consultations';

/** One line of the matrix: measure × provision × argument × exhibit, with what the other party said of the claim. */
interface MatrixLine {
  readonly claim: string;
  readonly measure: string;
  readonly provision: string;
  readonly argument: readonly Text[];
  readonly counterStatement: readonly Text[];
  readonly exhibits: readonly string[];
  readonly inDraft: boolean;
}

/** The claims matrix. Arguments are the parties' own words. */
export function claimsPage(context: DossierContext): Page {
  const lines = matrixOf(context);
  return {
    name: '04-claims',
    title: [
      { lang: 'en', text: 'Claims matrix' },
      { lang: 'zh-Hans', text: '主张一览' },
    ],
    blocks: [
      ...asideOfBoth(context),
      paragraph(say('Arguments and counter-statements are the parties’ own words.', '理由和反驳意见均为当事方原文。')),
      table(
        [
          [say('Claim', '主张'), 2],
          [say('Measure', '措施'), 2],
          [say('Provision', '条款'), 3],
          [say('Argument', '理由'), 7],
          [say('Counter-statement', '反驳意见'), 6],
          [say('Exhibits', '证据'), 3],
        ],
        lines.map((line) => [
          line.claim,
          line.measure,
          line.provision,
          line.argument,
          line.counterStatement,
          line.exhibits.join(', '),
        ]),
        say('None.', '无。'),
      ),
    ],
    data: lines,
  };
}

function matrixOf(context: DossierContext): readonly MatrixLine[] {
  const { file, exhibits, request } = context;
  const counters = [file.replyRepudiated ? undefined : file.replyText, ...file.amendmentReplies].flatMap(
    (reply) => reply?.counterStatements ?? [],
  );
  return ownOf(context).claims.map((claim) => ({
    claim: claim.id,
    measure: claim.measureId,
    provision: provisionOf(claim),
    argument: readTexts(claim.because),
    counterStatement: readTexts(
      counters.filter(({ claimId }) => claimId === claim.id).flatMap(({ statement }) => statement),
    ),
    exhibits: exhibits
      .filter(({ told }) => told.accepted.claimIds.includes(claim.id))
      .map(({ told }) => told.accepted.exhibitNumber),
    inDraft: request.claims.includes(claim.id),
  }));
}

const BESIDE = say(
  'Translations of what the parties wrote in the case itself, by the party that wrote it. The original ' +
    'counts, and clocks ran from it.',
  '当事方在本案中所提交文件的译文，由撰写方提交。以原文为准，期限自原文起算。',
);

/**
 * The translations of grievance, reply, letters and comments. There is no page when each was written in both languages.
 */
export function translationsPages({ documents }: DossierContext): readonly Page[] {
  if (documents.length === 0) return [];
  return [
    {
      name: '06a-translations',
      title: [
        { lang: 'en', text: 'Translations of what the parties wrote' },
        { lang: 'zh-Hans', text: '当事方文件的译文' },
      ],
      blocks: [
        paragraph(BESIDE),
        ...documents.flatMap((document) => [
          heading(say(`Document ${document.told.id}`, `文件 ${document.told.id}`)),
          ...translationBlocks(document),
        ]),
      ],
      data: documents.map((document) => ({ id: document.told.id, translations: plainTranslations(document) })),
    },
  ];
}

const REASONS: Readonly<Record<Withheld['reason'], Bilingual>> = {
  'not-readable-by-the-recipient': say('The recipient is not one of its readers.', '接收方不在可阅范围之内。'),
  'bytes-missing': say('Its bytes could not be found.', '未找到其字节内容。'),
  'bytes-do-not-match': say(
    'Its bytes did not match their digest, which blocks their use (I-33).',
    '其字节内容与摘要值不符，因而不得使用（I-33）。',
  ),
};

/** The index of what is on the record but not in this bag (I-50). */
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
