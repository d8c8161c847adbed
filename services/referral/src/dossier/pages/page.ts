import { readTexts, termOf } from '@parley/contracts';
import type { Bilingual, Language, Party, Text } from '@parley/kernel';
import { filesOf, type DossierContext, type DossierDocument, type DossierExhibit } from '../dossier-context';

/** One line as it is printed. `und` marks what is in no language: numbers, digests, citations. */
export interface Line {
  readonly lang: Language | 'und';
  readonly text: string;
}

export interface Cell {
  readonly lines: readonly Line[];
}

export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly lines: readonly Line[] }
  /** A party's own words. The label says whose they are, and the secretariat states nothing by them (I-52). */
  | { readonly kind: 'own-words'; readonly label: readonly Line[]; readonly lines: readonly Line[] }
  | {
      readonly kind: 'entries';
      readonly entries: readonly { readonly label: readonly Line[]; readonly value: readonly Line[] }[];
    }
  | {
      readonly kind: 'table';
      readonly columns: readonly (readonly Line[])[];
      /** Relative widths of the columns. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly Cell[])[];
      /** Text that stands there when there are no rows. */
      readonly empty: readonly Line[];
    };

/** A document of a dossier, before it becomes HTML or PDF. */
export interface Page {
  /** File name without its ending, such as `03-measures`. */
  readonly name: string;
  readonly title: readonly Line[];
  readonly blocks: readonly Block[];
  /** The same content for programs, as stored in the JSON file. */
  readonly data: unknown;
}

/** What can be printed: text in no language, the secretariat's own text in both, or what a person wrote. */
export type Printable = string | Bilingual | readonly Text[];

/** The lines of something; a dash when it is empty. */
export function linesOf(printable: Printable): readonly Line[] {
  if (typeof printable === 'string') return [{ lang: 'und', text: legible(printable) || '–' }];
  if ('en' in printable) return both(printable);
  return printable.length === 0 ? [{ lang: 'und', text: '–' }] : printable.map(({ lang, text }) => ({ lang, text }));
}

const INSTANT = /\b(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.000|(\.\d{3}))Z/g;

/** Writes instants as people read them. They stay in UTC, and lose their milliseconds only when these are zero. */
const legible = (text: string): string =>
  text.replace(INSTANT, (_all, date: string, time: string, millis = '') => `${date} ${time}${String(millis)} UTC`);

const both = ({ en, 'zh-Hans': zh }: Bilingual): readonly Line[] => [
  { lang: 'en', text: legible(en) },
  { lang: 'zh-Hans', text: legible(zh) },
];

export const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });

export const heading = (text: Bilingual): Block => ({ kind: 'heading', lines: linesOf(text) });
export const paragraph = (text: Bilingual): Block => ({ kind: 'paragraph', lines: linesOf(text) });
export const ownWords = (label: Bilingual, texts: readonly Text[]): Block => ({
  kind: 'own-words',
  label: linesOf(label),
  lines: linesOf(texts),
});

/** Says whose words they are, in a form that fits every name. */
export const ownWordsOf = ({ name }: Pick<Party, 'name'>): Bilingual =>
  say(`Own words of: ${name.en}`, `原文：${name['zh-Hans']}`);

export const entries = (...pairs: readonly (readonly [Bilingual, Printable])[]): Block => ({
  kind: 'entries',
  entries: pairs.map(([label, value]) => ({ label: linesOf(label), value: linesOf(value) })),
});

export const table = (
  columns: readonly (readonly [Bilingual, number])[],
  rows: readonly (readonly Printable[])[],
  empty: Bilingual,
): Block => ({
  kind: 'table',
  columns: columns.map(([title]) => linesOf(title)),
  widths: columns.map(([, width]) => width),
  rows: rows.map((row) => row.map((cell) => ({ lines: linesOf(cell) }))),
  empty: linesOf(empty),
});

/** An exhibit or a document, with its translations. */
type Translated = DossierExhibit | DossierDocument;

/**
 * The translations of an exhibit or a document with their marked divergences, and contested passages beside the
 * answers. The original counts, and nobody has decided between two translations.
 */
export function translationBlocks({ told, translationFiles }: Translated): readonly Block[] {
  const missing = told.languagesMissing.map((language) =>
    entries([say('Missing when its time had passed', '期限届满时未提交的译文'), language]),
  );
  const blocks = told.translations.flatMap(({ filed, challenges }) => [
    entries(
      [say(`Translation ${String(filed.n)}`, `第 ${String(filed.n)} 份译文`), `${filed.language}; ${filed.filedAt}`],
      [say('SHA-256', 'SHA-256 摘要值'), filed.digest],
      [say('In this bag', '在本包中的位置'), translationFiles?.get(filed.n)?.path ?? ''],
    ),
    table(
      [
        [say('Where', '位置'), 2],
        [say('Marked as not rendered word for word', '标明未逐字翻译之处'), 5],
      ],
      filed.divergences.map(({ place, note }) => [place, readTexts(note)]),
      say('No divergence is marked.', '未标明差异。'),
    ),
    ...challenges.map(({ made, answer }) =>
      table(
        [
          [say('Where', '位置'), 2],
          [say(`As ${made.party} would render it`, `${made.party} 主张的译法`), 3],
          [say('Answer', '答复'), 3],
        ],
        made.passages.map(({ place, proposed }, index) => [
          place,
          proposed,
          index === 0 && answer ? readTexts(answer.answer) : '',
        ]),
        say('No passage is contested.', '无争议之处。'),
      ),
    ),
  ]);
  return [...missing, ...blocks];
}

/** The same content for programs. */
export const plainTranslations = ({ told, translationFiles }: Translated) => ({
  missing: told.languagesMissing,
  filed: told.translations.map(({ filed, challenges }) => ({
    n: filed.n,
    language: filed.language,
    filedAt: filed.filedAt,
    late: filed.late,
    digest: filed.digest,
    path: translationFiles?.get(filed.n)?.path ?? null,
    divergences: filed.divergences.map(({ place, note }) => ({ place, note: readTexts(note) })),
    challenges: challenges.map(({ made, answer }) => ({
      party: made.party,
      passages: made.passages.map(({ place, proposed }) => ({ place, proposed })),
      answer: answer ? readTexts(answer.answer) : null,
    })),
  })),
});

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
      told.custody.map(({ at, from, to, purpose, standing }) => [at, from, to, withStanding(purpose, standing)]),
      say('No handover is recorded.', '无移交记录。'),
    ),
    ...translationBlocks(exhibit),
  ];
}

/** What a registry entered for somebody else says how it stands (I-67). */
const withStanding = (purpose: string, standing: string): string | Bilingual => {
  if (standing === '') return purpose;
  const { en, 'zh-Hans': zh } = termOf('paperStands', standing);
  return { en: `${purpose}${en}`, 'zh-Hans': `${purpose}${zh}` };
};

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
    custody: told.custody.map(({ at, from, to, purpose, standing }) => ({
      ...{ at, from, to, purpose },
      ...(standing === '' ? {} : { standing }),
    })),
    // Left out when there are none, so that an earlier dossier gives the same bytes when it is built again (I-51).
    ...(told.translations.length + told.languagesMissing.length === 0
      ? {}
      : { translations: plainTranslations(exhibit) }),
  };
};
