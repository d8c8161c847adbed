import { Client } from './client';

/** A client for each of some demonstration users, by the user's id. */
export async function clientsOf<const User extends string>(
  url: string,
  ...users: readonly User[]
): Promise<Readonly<Record<User, Client>>> {
  const clients = await Promise.all(users.map(async (user) => [user, await Client.as(url, user)] as const));
  return Object.fromEntries(clients) as Record<User, Client>;
}
