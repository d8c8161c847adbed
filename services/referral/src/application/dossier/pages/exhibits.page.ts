import { readTexts } from '@parley/contracts';
import { filesOf, type DossierContext, type DossierExhibit } from '../dossier-context';
import { plainTranslations, translationBlocks } from './exhibit-translations';
import { entries, heading, paragraph, say, table, type Block, type Page } from '../page';

/** The exhibits that are in the bag, each with its digest and its custody record (I-34). */
export function exhibitsPage({ exhibits }: DossierContext): Page {
  return {
    name: '06-exhibits',
    title: [
      { lang: 'en', text: 'Exhibits and their custody' },
      { lang: 'zh-Hans', text: '证据及其保管记录' },
    ],
    blocks:
      exhibits.length === 0
        ? [paragraph(say('No exhibit was accepted.', '未接收任何证据。'))]
        : exhibits.flatMap(exhibitBlocks),
    data: exhibits.map(plainExhibit),
  };
}

function exhibitBlocks(exhibit: DossierExhibit): readonly Block[] {
  const { told } = exhibit;
  const { exhibitNumber, party, title, fileName, mediaType, sizeBytes, digest, tier, acceptedAt } = told.accepted;
  return [
    heading(say(`Exhibit ${exhibitNumber}`, `证据 ${exhibitNumber}`)),
    entries(
      [say('Title', '标题'), readTexts(title)],
      [say('Filed by', '提交方'), party],
      [say('Accepted', '接收时刻'), acceptedAt],
      [say('File', '文件'), `${fileName}; ${mediaType}; ${String(sizeBytes)} B`],
      [say('Readers', '可阅范围'), tier],
      [say('SHA-256', 'SHA-256 摘要值'), digest],
      [
        say('In this bag', '在本包中的位置'),
        filesOf(exhibit)
          .map(({ path }) => path)
          .join('; '),
      ],
    ),
    table(
      [
        [say('At', '时刻'), 2],
        [say('From', '移交人'), 2],
        [say('To', '接收人'), 2],
        [say('Purpose', '目的'), 3],
      ],
      told.custody.map(({ at, from, to, purpose }) => [at, from, to, purpose]),
      say('No handover is recorded.', '无移交记录。'),
    ),
    ...translationBlocks(exhibit),
  ];
}

const plainExhibit = (exhibit: DossierExhibit) => {
  const { told, file, publicFile } = exhibit;
  const { exhibitNumber, party, title, fileName, mediaType, sizeBytes, digest, tier, acceptedAt, claimIds } =
    told.accepted;
  return {
    number: exhibitNumber,
    party,
    title: readTexts(title),
    fileName,
    mediaType,
    sizeBytes: Number(sizeBytes),
    digest,
    tier,
    acceptedAt,
    claims: claimIds,
    path: file?.path ?? null,
    publicVersion: publicFile
      ? { path: publicFile.path, digest: publicFile.digest, reason: told.publicVersion?.reason ?? '' }
      : null,
    custody: told.custody.map(({ at, from, to, purpose }) => ({ at, from, to, purpose })),
    // Left out where there is none, so that a dossier of before is built again into the same bytes (I-51).
    ...(told.translations.length + told.languagesMissing.length === 0
      ? {}
      : { translations: plainTranslations(exhibit) }),
  };
};
