import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bilingual, IsoDate } from '@parley/kernel';

/** What stands on the cover sheet of what was served. */
export interface CoverSheet {
  /** `null` before registration. */
  readonly docketNumber: string | null;
  readonly caseId: string;
  readonly heading: Bilingual;
  /** Number of the exhibit or word for the document; `null` for a notice without one. */
  readonly document: string | null;
  readonly digest: string;
  readonly recipient: Bilingual;
  /** Instant of service in UTC, and its day at the seat. */
  readonly sentAt: string;
  readonly seatDate: IsoDate;
  readonly code: string;
}

/**
 * The stamped cover sheet as a page to print, in both languages side by side. It brings its own style and loads
 * nothing.
 */
export function coverSheet(sheet: CoverSheet): string {
  const rows: readonly (readonly [en: string, zh: string, value: string])[] = [
    ['Docket number', '案号', sheet.docketNumber ?? `– (${sheet.caseId})`],
    ['Served on', '受送达方', `${sheet.recipient.en} / ${sheet.recipient['zh-Hans']}`],
    ['Subject', '事由', `${sheet.heading.en} / ${sheet.heading['zh-Hans']}`],
    ...(sheet.document === null ? [] : [['Document', '文件', sheet.document] as const]),
    ['Instant of service (UTC)', '送达时刻（UTC）', sheet.sentAt],
    ['Day at the seat', '所在地日期', sheet.seatDate],
    ['SHA-256', 'SHA-256', sheet.digest],
    ['Verification code', '验证码', sheet.code],
  ];
  const table = rows
    .map(
      ([en, zh, value]) =>
        `<tr><th scope="row">${en}<br><span lang="zh-Hans">${zh}</span></th><td>${escaped(value)}</td></tr>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(sheet.docketNumber ?? sheet.caseId)} · ${escaped(sheet.code)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Served by the registry <span lang="zh-Hans">登记处送达</span></h1>
<table>
${table}
</table>
<p>What this code stands for can be asked by anybody at <code>/v1/verify/${escaped(sheet.code)}</code>. It advises; it does not judge.</p>
<p lang="zh-Hans">任何人均可在 <code>/v1/verify/${escaped(sheet.code)}</code> 查询该验证码所指。本机构提供意见，不作裁判。</p>
</body>
</html>
`;
}

const STYLE = readFileSync(join(__dirname, 'cover-sheet.css'), 'utf8');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for content and quoted attributes; what would turn the order of reading is shown as a foreign body. */
const escaped = (text: string): string =>
  text.replace(/[\p{Bidi_Control}\p{Cc}]/gu, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
