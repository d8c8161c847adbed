import type { Chapter, ShownOperation } from './reference';

export interface Found {
  readonly chapter: Chapter;
  readonly operation: ShownOperation;
}

/** Characters of what is looked for; the rest is left out. */
export const LONGEST_SEARCH = 200;

/**
 * The operations in which every word of a search stands: those first that say it in their summary, then by tag, path
 * and rule, description, and the codes and Chinese sentences of their refusals.
 */
export function findOperations(chapters: readonly Chapter[], search: string): readonly Found[] {
  const words = wordsOf(search);
  if (words.length === 0) return [];
  return chapters
    .flatMap((chapter) => chapter.operations.map((operation) => ({ chapter, operation })))
    .map((found) => ({ found, rank: rankOf(words, placesOf(found)) }))
    .filter(({ rank }) => Number.isFinite(rank))
    .sort((one, other) => one.rank - other.rank)
    .map(({ found }) => found);
}

/** True where every word of a search stands in one of some texts. */
export const isFoundIn = (search: string, texts: readonly string[]): boolean => {
  const words = wordsOf(search);
  return words.length > 0 && Number.isFinite(rankOf(words, [texts.join('\n').toLowerCase()]));
};

/** Words with which one asks, and that say nothing of what one asks for. */
const ASKING: ReadonlySet<string> = new Set(['how', 'do', 'does', 'can', 'i', 'we', 'my', 'to', 'a', 'an', 'the']);

const wordsOf = (search: string): readonly string[] =>
  search
    .slice(0, LONGEST_SEARCH)
    .toLowerCase()
    .split(/[\s?？]+/)
    .filter((word) => word !== '' && !ASKING.has(word));

const placesOf = ({ chapter, operation: { id, summary, path, act, about, refusals } }: Found): readonly string[] =>
  [
    `${summary}\n${id}`,
    `${chapter.name}\n${path}\n${act?.rule ?? ''}`,
    about,
    refusals.map(({ code, 'zh-Hans': sentence }) => `${code}\n${sentence}`).join('\n'),
  ].map((place) => place.toLowerCase());

/** How far behind the first place the words stand, all together; infinite where one stands nowhere. */
const rankOf = (words: readonly string[], places: readonly string[]): number =>
  words
    .map((word) => places.findIndex((place) => place.includes(word)))
    .reduce((sum, place) => sum + (place < 0 ? Infinity : place), 0);
