import { feedPath } from '../feeds/feed-entry';
import { html, type Html } from './html';
import type { PageContext } from './page-context';
import { pageWords } from './page-words';

export interface Frame {
  readonly title: string;
  /** Path of the page without its query. */
  readonly path: string;
  /** What the page in the other language is asked for with. */
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** Where the same stands as data. */
  readonly data: string;
}

/** A whole page. Each names its twin in the other language: neither is the first (I-57). */
export function pageFrame(page: PageContext, { title, path, query, data }: Frame, main: Html): string {
  const say = page.say.bind(page);
  const twin = page.link(path, query, page.otherLang);
  const name = say(pageWords.secretariat);
  return html`<!doctype html>
<html lang="${page.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${name}</title>
<link rel="stylesheet" href="/docket/docket.css">
<link rel="alternate" hreflang="${page.otherLang}" href="${twin}">
<link rel="alternate" type="application/json" href="${data}">
<link rel="alternate" type="application/atom+xml" href="${feedPath('atom', page.lang)}">
<link rel="alternate" type="application/feed+json" href="${feedPath('json', page.lang)}">
</head>
<body>
<a class="skip" href="#main">${say(pageWords.skip)}</a>
<header class="masthead">
<div class="band">
<a class="brand" href="${page.link('/docket')}">
<span class="brand-name">${name}</span><span class="brand-part">${say(pageWords.docket)}</span></a>
<a class="twin" href="${twin}" lang="${page.otherLang}" hreflang="${page.otherLang}">${say(pageWords.otherLanguage)}</a>
</div>
</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer>
<div class="band">
<p>${say(pageWords.advice)}</p>
<p><a href="${data}" type="application/json">${say(pageWords.data)}</a> ·
<a href="/v1/docket/log" type="application/json">${say(pageWords.log)}</a></p>
</div>
</footer>
</body>
</html>
`.markup;
}
