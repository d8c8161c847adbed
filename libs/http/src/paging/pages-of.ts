import type { Position } from '@parley/event-store';
import type { CursorCodec } from './cursor-codec';
import { limitOf, type ListRequest, type PageRequest } from './page.request';
import type { PageShown } from './page.response';
import { openPosition, sealPosition } from './position';

/** What pages of one list have in common. */
export interface ListOfPages {
  readonly cursors: CursorCodec;
  /** A cursor of one list is refused by each other: name all that decides which entries there are. */
  readonly scope: string;
}

/**
 * Names a list with what a reader asks of it, so that a cursor belongs to its question.
 * @param of the query; where its page begins and ends is no part of the question
 */
export const questionOf = (list: string, { limit: _, cursor: __, after: ___, ...asked }: PageRequest): string =>
  [list, ...(Object.keys(asked).length === 0 ? [] : [JSON.stringify(Object.entries(asked).sort())])].join(':');

/** A list that follows the record, and so may be behind it. */
export interface FollowingList extends ListOfPages {
  readonly follower: { status(): { readonly position?: Position } };
  /** The position before the first event. */
  readonly start: Position;
}

/**
 * A page of a list that follows the record. The front has waited for `after`.
 * @param read so many entries at most, from a place on; one more is asked for than is shown
 * @param placeOf where an entry stands, as JSON: the next page begins behind it
 * @throws ProblemError 400 for a cursor or a position that this list did not give
 */
export async function pageOfFollowing<Row, Place>(
  list: FollowingList,
  request: PageRequest,
  read: (limit: number, from: Place | undefined) => Promise<readonly Row[]>,
  placeOf: (row: Row) => Place,
): Promise<PageShown<Row>> {
  const { cursors, follower, start } = list;
  if (request.after !== undefined) openPosition(cursors, request.after);
  const page = await pageOfRecord(list, request, read, placeOf);
  return { ...page, asOf: { position: sealPosition(cursors, follower.status().position ?? start), recordedAt: null } };
}

/** A page of a list that is read from the record itself, part by part. Arguments and errors as of `pageOfFollowing`. */
export async function pageOfRecord<Row, Place>(
  { cursors, scope }: ListOfPages,
  request: ListRequest,
  read: (limit: number, from: Place | undefined) => Promise<readonly Row[]>,
  placeOf: (row: Row) => Place,
): Promise<PageShown<Row>> {
  const limit = limitOf(request);
  const from = request.cursor === undefined ? undefined : (cursors.open(scope, request.cursor) as Place);
  const rows = await read(limit + 1, from);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last ? cursors.seal(scope, placeOf(last)) : null, asOf: null };
}

/** A page cut out of a list that was read whole. @param keyOf what tells an entry from each other */
export const pageOfWhole = <Item>(
  list: ListOfPages,
  request: ListRequest,
  all: readonly Item[],
  keyOf: (item: Item) => string,
): Promise<PageShown<Item>> =>
  pageOfRecord<Item, string>(
    list,
    request,
    (limit, key) => {
      const from = key === undefined ? 0 : all.findIndex((item) => keyOf(item) === key) + 1;
      return Promise.resolve(all.slice(from, from + limit));
    },
    keyOf,
  );

/** A list that is short enough for one answer, read from the record itself. */
export const wholeList = <Item>(items: readonly Item[]): PageShown<Item> => ({ items, next: null, asOf: null });

/** The same page with its entries shown otherwise. */
export const shownAs = <Row, Item>({ items, ...end }: PageShown<Row>, show: (row: Row) => Item): PageShown<Item> => ({
  items: items.map(show),
  ...end,
});
