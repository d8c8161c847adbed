import { Client } from './client';
import { clientsOf } from './clients-of';
import { everyItem } from './every-item';

const READERS = ['us-registry', 'cn-registry', 'us-desk', 'cn-desk'] as const;
const PANELISTS = [
  'us-panel-1',
  'us-panel-2',
  'us-panel-3',
  'us-panel-4',
  'us-panel-5',
  'us-panel-6',
  'cn-panel-1',
  'cn-panel-2',
  'cn-panel-3',
  'cn-panel-4',
  'cn-panel-5',
  'cn-panel-6',
] as const;

/** The content of every list: the docket for anybody, cases for readers of both sides, panels for every panelist. */
export async function whatIsListed(url: string): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const clients = await clientsOf(url, ...READERS, ...PANELISTS);
  const lists: readonly (readonly [string, Client, string])[] = [
    ['docket', Client.public(url), '/v1/docket'],
    ...READERS.map((user) => [`cases of ${user}`, clients[user], '/v1/cases'] as const),
    ...PANELISTS.map((user) => [`panels of ${user}`, clients[user], '/v1/panels'] as const),
  ];
  return Object.fromEntries(
    await Promise.all(lists.map(async ([name, client, path]) => [name, await everyItem(client, path)] as const)),
  );
}
