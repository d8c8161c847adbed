import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block, Line, Page } from './page';

/** What stands at the head of every document. */
export interface PageHead {
  readonly docketNumber: string;
  readonly edition: string;
}

const STYLE = readFileSync(join(__dirname, 'dossier-page.css'), 'utf8');

/** A page as HTML that needs nothing else: no script, no font, no request. */
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
