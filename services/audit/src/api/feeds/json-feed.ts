import { entryId, feedPath, pageOf, titleOf, type DocketFeed } from './feed-entry';
import { feedWords } from './feed-words';

/**
 * The feed as JSON Feed 1.1; `_parley` is its extension and holds the serial by which a reader sees that nothing is
 * missing.
 */
export function jsonFeed({ lang, entries, older }: DocketFeed): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: feedWords.title[lang],
    description: feedWords.description[lang],
    home_page_url: `/docket?lang=${lang}`,
    feed_url: feedPath('json', lang),
    ...(older === null ? {} : { next_url: feedPath('json', lang, older) }),
    language: lang,
    authors: [{ name: feedWords.author[lang] }],
    items: entries.map((published) => ({
      id: entryId(published),
      url: pageOf(published, lang),
      title: titleOf(published),
      content_text: published.entry.texts[lang],
      date_published: published.enteredAt,
      language: lang,
      tags: [published.entry.kind],
      _parley: { serial: published.entry.serial, docketNumber: published.entry.docketNumber, at: published.entry.at },
    })),
  };
}
