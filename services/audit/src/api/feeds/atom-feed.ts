import type { Language } from '@parley/kernel';
import { html, type Html } from '../pages/html';
import { entryId, feedPath, pageOf, titleOf, type DocketFeed, type PublishedEntry } from './feed-entry';
import { feedWords } from './feed-words';

/** A feed has one id for ever, whatever its address becomes. */
const FEED_IDS: Readonly<Record<Language, string>> = {
  en: 'urn:uuid:2b0c9f3e-6d0c-4a53-9a0f-5d0d6b9d8a01',
  'zh-Hans': 'urn:uuid:2b0c9f3e-6d0c-4a53-9a0f-5d0d6b9d8a02',
};

/** The feed as Atom (RFC 4287), its pages linked as RFC 5005 has them. */
export function atomFeed({ lang, entries, older }: DocketFeed, now: string): string {
  const other: Language = lang === 'en' ? 'zh-Hans' : 'en';
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
<id>${FEED_IDS[lang]}</id>
<title>${feedWords.title[lang]}</title>
<subtitle>${feedWords.description[lang]}</subtitle>
<updated>${entries[0]?.enteredAt ?? now}</updated>
<author><name>${feedWords.author[lang]}</name></author>
<link rel="self" type="application/atom+xml" href="${feedPath('atom', lang)}"/>
<link rel="alternate" type="text/html" hreflang="${lang}" href="/docket?lang=${lang}"/>
<link rel="related" type="application/atom+xml" hreflang="${other}" href="${feedPath('atom', other)}"/>
${older !== null && html`<link rel="next" type="application/atom+xml" href="${feedPath('atom', lang, older)}"/>`}
${entries.map((published) => atomEntry(published, lang))}
</feed>
`.markup;
}

const atomEntry = (published: PublishedEntry, lang: Language): Html => html`<entry>
<id>${entryId(published)}</id>
<title>${titleOf(published)}</title>
<updated>${published.enteredAt}</updated>
<published>${published.enteredAt}</published>
<link rel="alternate" type="text/html" hreflang="${lang}" href="${pageOf(published, lang)}"/>
<category term="${published.entry.kind}"/>
<content type="text">${published.entry.texts[lang]}</content>
</entry>
`;
