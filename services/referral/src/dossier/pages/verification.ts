import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namesOf } from '@parley/contracts';
import type { Bilingual } from '@parley/kernel';
import type { Attempt } from '../../settlement/note-screening.rules';
import { partyOf, type DossierContext } from '../dossier-context';
import { chronologyOf, exitNoticeWords } from '../story/told-translation';
import { paragraph, say, table, type Block, type Line, type Page } from './page';

/** What the head of every document shows. */
export interface PageHead {
  readonly docketNumber: string;
  readonly edition: string;
}

const STYLE = readFileSync(join(__dirname, 'dossier-page.css'), 'utf8');

/** A page as HTML that depends on nothing else: no script, no font, no request. */
export function pageHtml({ title, blocks }: Page, { docketNumber, edition }: PageHead): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head><meta charset="utf-8"><meta name="viewport" ' +
      `content="width=device-width"><title>${escape(title.map(({ text }) => text).join(' · ` + `'))}</title><style>${STYLE}</style></head>`,
    '<body>',
    `<header><small>${escape(docketNumber)} · ${escape(edition)}</small><h1>${inline(title)}</h1></header>`,
    `<main>${blocks.map(blockHtml).join('\n')}</main>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${inline(block.lines)}</h2>`;
    case 'paragraph':
      return paragraphs(block.lines);
    case 'own-words':
      return `<blockquote><small>${inline(block.label)}</small>${paragraphs(block.lines)}</blockquote>`;
    case 'entries':
      return `<table><tbody>${block.entries.map(({ label, value }) => `<tr><th scope="row">${paragraphs(label)}</th><td>${paragraphs(value)}</td></tr>`).join('')}</tbody></table>`;
    case 'table': {
      if (block.rows.length === 0) return paragraphs(block.empty);
      const head = block.columns.map((column) => `<th scope="col">${paragraphs(column)}</th>`).join('');
      const body = block.rows
        .map((row) => `<tr>${row.map(({ lines }) => `<td>${paragraphs(lines)}</td>`).join('')}</tr>`)
        .join('');
      return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
    }
  }
}

const langOf = ({ lang }: Line): string => (lang === 'und' ? '' : ` lang="${lang}"`);
const inline = (lines: readonly Line[]): string =>
  lines.map((line) => `<span${langOf(line)}>${escape(line.text)}</span>`).join(' · ');
const paragraphs = (lines: readonly Line[]): string =>
  lines.map((line) => `<p${langOf(line)}>${escape(line.text)}</p>`).join('');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** What happened and when, from the public events that the recipient may read. */
export function chronologyPage(context: DossierContext): Page {
  const { file, exitNoticeAt, complainant, respondent } = context;
  const nameOf = namesOf([complainant, respondent]);
  const exit = exitNoticeAt && {
    at: exitNoticeAt,
    recordedAt: exitNoticeAt,
    what: exitNoticeWords(context),
    event: '',
  };
  const lines = [...chronologyOf(file.events, nameOf), ...(exit ? [exit] : [])].toSorted((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  );
  return {
    name: '05-chronology',
    title: [
      { lang: 'en', text: 'Chronology' },
      { lang: 'zh-Hans', text: '大事记' },
    ],
    blocks: [
      table(
        [
          [say('Instant (UTC)', '时刻（UTC）'), 2],
          [say('What happened', '事项'), 5],
        ],
        lines.map(({ at, what }) => [at, what]),
        say('Nothing.', '无。'),
      ),
    ],
    data: lines,
  };
}

const NONE = say(
  'No conciliation or settlement attempt is on the record of this case. What parties say in one would ' +
    'not be in a dossier without the consent of both.',
  '本案记录中没有调解或和解尝试。未经双方同意，和解过程中的内容不会载入卷宗。',
);
const FACTS_ALONE = say(
  'The fact of each attempt is stated here, and nothing of what was said in it: that is without ' +
    'prejudice and in no dossier without the consent of both parties.',
  '此处仅载明各次尝试的事实，不载其内容：其内容不影响双方立场，未经双方同意不载入卷宗。',
);

const WORDS: Readonly<Record<Attempt['kind'], Bilingual>> = {
  proposed: say('conciliation proposed', '提议调解'),
  begun: say('accepted by the other party; conciliation began', '另一方接受，调解开始'),
  unanswered: say('the proposal was not answered in time', '提议未在期限内获答复'),
  'broken-off': say('declined or broken off', '谢绝或中断'),
  stopped: say('stopped because the screening ended', '因审查终结而停止'),
  'window-opened': say('settlement window opened', '和解期开始'),
  'window-lapsed': say('settlement window passed without a settlement', '和解期届满，未达成和解'),
  settled: say('both parties signed a settlement', '双方签署和解'),
  undone: say('its signature of the settlement repudiated: it counts no more', '对和解的签署被否认，和解不再有效'),
};

/** The fact of attempts to settle, never their content (I-45). */
export const settlementPage = (context: DossierContext): Page => ({
  name: '09-settlement-attempts',
  title: [
    { lang: 'en', text: 'Settlement attempts' },
    { lang: 'zh-Hans', text: '和解尝试' },
  ],
  blocks: context.attempts.length === 0 ? [paragraph(NONE)] : [paragraph(FACTS_ALONE), attemptsTable(context)],
  data: { attempts: context.attempts },
});

const attemptsTable = (context: DossierContext) =>
  table(
    [
      [say('When', '时间'), 6],
      [say('What', '事项'), 9],
      [say('By', '由'), 5],
    ],
    context.attempts.map(({ at, kind, party }) => [
      at,
      WORDS[kind],
      party === undefined ? '' : partyOf(context, party).name,
    ]),
    NONE,
  );
