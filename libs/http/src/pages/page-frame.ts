import type { Bilingual, Language } from '@parley/kernel';
import { html, type Html } from './html';

type Query = Readonly<Record<string, string | number | undefined>>;

export interface Frame {
  readonly lang: Language;
  readonly title: string;
  /** The part of the secretariat's pages to which it belongs, and its first page. */
  readonly part: { readonly name: Bilingual; readonly path: string };
  /** Path of the page without its query. */
  readonly path: string;
  /** The query of the page, for the link to the page in the other language. */
  readonly query?: Query;
  /** The address of the same content as data. */
  readonly data: string;
  /** Links of the head beside those of every page. */
  readonly links?: Html;
  /** Lines at the foot of the page. */
  readonly foot: readonly Html[];
}

/** A whole page. Each links to its twin in the other language, and neither language comes first (I-57). */
export function pageFrame(frame: Frame, main: Html): string {
  const { lang, title, part, path, query, data, links, foot } = frame;
  const other: Language = lang === 'en' ? 'zh-Hans' : 'en';
  const twin = pageLink(path, other, query);
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${FRAME_WORDS.secretariat[lang]}</title>
<link rel="stylesheet" href="/pages.css">
<link rel="alternate" hreflang="${other}" href="${twin}">
<link rel="alternate" type="application/json" href="${data}">
${links}</head>
<body>
<a class="skip" href="#main">${FRAME_WORDS.skip[lang]}</a>
<header class="masthead">
<div class="band">
<a class="brand" href="${pageLink(part.path, lang)}">
<span class="brand-name">${FRAME_WORDS.secretariat[lang]}</span><span class="brand-part">${part.name[lang]}</span></a>
<a class="twin" href="${twin}" lang="${other}" hreflang="${other}">${FRAME_WORDS.otherLanguage[lang]}</a>
</div>
</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer>
<div class="band">
${foot.map(
  (line) => html`<p>${line}</p>
`,
)}<p>${PARTS.map(
    ([to, name], index) => html`${index > 0 && ' · '}<a href="${pageLink(to, lang)}">${name[lang]}</a>`,
  )}</p>
</div>
</footer>
</body>
</html>
`.markup;
}

/** The address of a page in a language. */
export function pageLink(path: string, lang: Language, query: Query = {}): string {
  const search = new URLSearchParams({ lang });
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value));
  return `${path}?${search.toString()}`;
}

const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });

export const FRAME_WORDS = {
  secretariat: say('Dispute Screening Secretariat', '争端筛查秘书处'),
  docket: say('Public docket', '公开案件登记簿'),
  rules: say('Rules of procedure', '程序规则'),
  problems: say('Refusals and other problems', '拒绝事由及其他问题'),
  glossary: say('Glossary', '术语表'),
  docs: say('Interface for programs', '程序接口'),
  skip: say('Skip to content', '跳至正文'),
  asData: say(
    'This page as data: ask for it with the header Accept: application/json.',
    '本页数据：以 Accept: application/json 标头请求本页。',
  ),
  otherLanguage: say('中文', 'English'),
} as const satisfies Record<string, Bilingual>;

/** The first pages of all parts, in the order in which each page lists them. */
const PARTS: readonly (readonly [string, Bilingual])[] = [
  ['/docket', FRAME_WORDS.docket],
  ['/rules', FRAME_WORDS.rules],
  ['/problems', FRAME_WORDS.problems],
  ['/glossary', FRAME_WORDS.glossary],
  ['/docs', FRAME_WORDS.docs],
];
