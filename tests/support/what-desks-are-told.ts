import { clientsOf } from './clients-of';
import { everyItem } from './every-item';

const LISTS = ['/v1/inbox', '/v1/agenda', '/v1/hotline', '/v1/agreements/proposals'] as const;

/**
 * What each desk has to know and to do. Only under a demonstration clock does it stand still, because an event is
 * served on both desks a moment after it is recorded.
 */
export async function whatDesksAreTold(url: string): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const desks = Object.entries(await clientsOf(url, 'us-desk', 'cn-desk'));
  const lists = desks.flatMap(([user, desk]) =>
    LISTS.map(async (path) => [`${path} of ${user}`, await everyItem(desk, path)] as const),
  );
  return Object.fromEntries(await Promise.all(lists));
}
