import type { Language } from '@parley/kernel';
import { html, type Html } from '../pages/html';
import { FRAME_WORDS, pageFrame, pageLink } from '../pages/page-frame';
import { described, inline } from './described';
import { DOCS_WORDS as WORDS } from './docs-words';
import { findOperations, isFoundIn, LONGEST_SEARCH, type Found } from './find-operations';
import type { Guide } from './guides/guide';
import { firstLines, GUIDES, guidePath } from './guides/guides';
import { fieldList, operationSection } from './operation.section';
import type { Chapter, Reference } from './reference';
import { limitsOf, namesIn, schemaAnchor, typeOf } from './schema-shape';

/** The way into the interface: what one wants to do, the guides, and every operation by its chapter. */
export function docsPage({ chapters, about, url }: Reference, search: string | undefined, lang: Language): string {
  const asked = search?.trim().slice(0, LONGEST_SEARCH) ?? '';
  return docsFrame(
    { lang, path: '/docs', title: FRAME_WORDS.docs[lang], ...(asked === '' ? {} : { query: { q: asked } }) },
    html`<h1>${FRAME_WORDS.docs[lang]}</h1>
<p class="lead">${WORDS.lead[lang]}</p>
<search><form class="filter" action="/docs">
<input type="hidden" name="lang" value="${lang}">
<label>${WORDS.wanted[lang]}<input type="search" name="q" value="${asked}" maxlength="${LONGEST_SEARCH}"></label>
<button>${WORDS.search[lang]}</button>
</form></search>
${asked !== '' && foundSection(asked, chapters, lang)}
${guidesSection(lang)}
<section aria-labelledby="begin"><h2 id="begin">${WORDS.begin[lang]}</h2>
<p class="prose">${inline(WORDS.beginLead[lang], lang)}</p>
<pre><code>${firstLines(url)}</code></pre></section>
<section aria-labelledby="also"><h2 id="also">${WORDS.also[lang]}</h2>
<ul class="entries">${WORDS.places.map(
      ([to, what]) => html`<li><p class="key"><a href="${to}">${to}</a></p><p>${what[lang]}</p></li>`,
    )}<li><p class="key"><code>libs/client</code></p><p>${WORDS.client[lang]}</p></li></ul></section>
<section aria-labelledby="about"><h2 id="about">${WORDS.about[lang]}</h2>
<div class="prose" lang="en">${described(about, lang)}</div></section>
<nav aria-label="${WORDS.chapters[lang]}"><ul class="parts" lang="en">${chapters.map(
      ({ slug, name }) => html`<li><a href="#${slug}">${name}</a></li>`,
    )}</ul></nav>
${chapters.map((chapter) => chapterLines(chapter, lang))}`,
  );
}

/** One chapter with its operations, and the schemas of which they speak. */
export function chapterPage({ name, slug, about, operations }: Chapter, reference: Reference, lang: Language): string {
  const { schemas } = reference;
  const named = namesIn(
    operations.flatMap(({ body, answers, parameters }) => [
      ...[...body, ...answers.flatMap(({ contents }) => contents)].map(({ schema }) => schema),
      ...parameters.map(({ schema = {} }) => schema),
    ]),
    schemas,
  );
  return docsFrame(
    { lang, path: `/docs/${slug}`, title: name },
    html`${back(lang)}
<h1 lang="en">${name}</h1>
<p class="lead" lang="en">${about}</p>
<p class="note">${WORDS.inEnglish[lang]} <a href="${pageLink('/docs', lang)}#begin">${WORDS.begin[lang]}</a></p>
<nav aria-label="${WORDS.operations[lang]}"><ul class="parts" lang="en">${operations.map(
      ({ id, summary }) => html`<li><a href="#${id}">${summary}</a></li>`,
    )}</ul></nav>
${operations.map((operation) => operationSection(operation, schemas, lang))}
${
  named.length > 0 &&
  html`<section aria-labelledby="schemas"><h2 id="schemas">${WORDS.schemas[lang]}</h2>
${named.map((each) => {
  const schema = schemas[each] ?? {};
  return html`<section><h3 id="${schemaAnchor(each)}"><code>${each}</code></h3>
<div class="prose" lang="en"><p>${inline(schema.description ?? '', lang)}</p></div>
<p class="note">${typeOf(schema)} ${limitsOf(schema)}</p>
${fieldList(schema, lang)}</section>
`;
})}</section>`
}`,
  );
}

/** How one does something, line by line. */
export const guidePage = ({ name, title, lead, steps }: Guide, lang: Language): string =>
  docsFrame(
    { lang, path: guidePath(name), title: title[lang] },
    html`${back(lang)}
<article><h1>${title[lang]}</h1>
<p class="lead">${inline(lead[lang], lang)}</p>
<p class="note">${WORDS.tested[lang]} <a href="${pageLink('/docs', lang)}#begin">${WORDS.begin[lang]}</a></p>
<ol class="entries">${steps.map(
      ({ does, run, shows }) => html`<li><p>${inline(does[lang], lang)}</p>
<pre><code>${run}</code></pre>
<p class="note">${WORDS.shows[lang]} <code>${shows}</code></p></li>
`,
    )}</ol></article>
${guidesSection(lang, name)}`,
  );

const chapterLines = ({ name, slug, about, operations }: Chapter, lang: Language): Html =>
  html`<section aria-labelledby="${slug}"><h2 id="${slug}" lang="en"><a href="${pageLink(`/docs/${slug}`, lang)}">${name}</a></h2>
<p class="note" lang="en">${about}</p>
<ul class="entries" lang="en">${operations.map((operation) => line({ chapter: { slug }, operation }, lang))}</ul></section>
`;

interface Line {
  readonly chapter: Pick<Chapter, 'slug'>;
  readonly operation: Found['operation'];
}

const line = ({ chapter: { slug }, operation: { id, summary, method, path } }: Line, lang: Language): Html =>
  html`<li><a class="key" href="${pageLink(`/docs/${slug}`, lang)}#${id}">${summary}</a> <code>${method} ${path}</code></li>
`;

function foundSection(search: string, chapters: readonly Chapter[], lang: Language): Html {
  const found = findOperations(chapters, search);
  const guides = GUIDES.filter(({ title, lead }) =>
    isFoundIn(search, [title.en, title['zh-Hans'], lead.en, lead['zh-Hans']]),
  );
  return html`<section aria-labelledby="found"><h2 id="found">${WORDS.found[lang]}</h2>
${found.length + guides.length === 0 && html`<p class="nothing">${WORDS.nothing[lang]}</p>`}
<ul class="entries">${guides.map((guide) => guideLine(guide, lang))}</ul>
<ul class="entries" lang="en">${found.map((each) => line(each, lang))}</ul></section>`;
}

const guidesSection = (lang: Language, except?: string): Html =>
  html`<section aria-labelledby="guides"><h2 id="guides">${WORDS.guides[lang]}</h2>
<ul class="entries">${GUIDES.filter(({ name }) => name !== except).map((guide) => guideLine(guide, lang))}</ul></section>`;

const guideLine = ({ name, title, lead }: Guide, lang: Language): Html =>
  html`<li><p class="key"><a href="${pageLink(guidePath(name), lang)}">${title[lang]}</a></p><p>${inline(lead[lang], lang)}</p></li>
`;

const back = (lang: Language): Html =>
  html`<p class="back"><a href="${pageLink('/docs', lang)}">${FRAME_WORDS.docs[lang]}</a></p>`;

interface DocsFrame {
  readonly lang: Language;
  readonly path: string;
  readonly title: string;
  readonly query?: Readonly<Record<string, string>>;
}

const docsFrame = (frame: DocsFrame, main: Html): string =>
  pageFrame({ ...frame, part: { name: FRAME_WORDS.docs, path: '/docs' }, data: '/openapi.json', foot: [] }, main);
