import type { Client } from './client';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** All items of a list, page after page. @param path with the query that narrows it, if any */
export async function everyItem<Item>(client: Client, path: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  const asked = `${path}${path.includes('?') ? '&' : '?'}limit=200`;
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Page<Item> = await client.read(`${asked}${cursor ? `&cursor=${cursor}` : ''}`);
    items.push(...page.items);
    cursor = page.next;
  }
  return items;
}
