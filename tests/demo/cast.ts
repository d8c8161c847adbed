import { Client } from '../support/client';

const USERS = [
  'cn-desk',
  'us-desk',
  'us-registry',
  'cn-registry',
  'cn-auditor',
  'us-auditor',
  'cn-cohead',
  'us-cohead',
  'operator',
  'expert',
  'third-party',
  'conciliator',
  'conciliator-2',
  ...['us', 'cn'].flatMap((side) => [1, 2, 3, 4, 5, 6].map((number) => `${side}-panel-${String(number)}`)),
] as const;

/** Everybody who acts in the demonstration, by user. */
export class Cast {
  protected constructor(
    readonly url: string,
    private readonly clients: ReadonlyMap<string, Client>,
  ) {}

  static async of(url: string): Promise<Cast> {
    return new this(
      url,
      new Map(await Promise.all(USERS.map(async (user) => [user, await Client.as(url, user)] as const))),
    );
  }

  as(user: string): Client {
    const client = this.clients.get(user);
    if (!client) throw new RangeError(`nobody is ${user}`);
    return client;
  }

  get anybody(): Client {
    return Client.public(this.url);
  }

  /** Moves the clock of the demonstration forward, and returns when everything on the way has happened. */
  async moveTo(to: string): Promise<void> {
    await this.as('operator').act('/v1/demonstration-clock', { to });
  }

  async now(): Promise<string> {
    return (await this.anybody.read<{ now: string }>('/v1/demonstration-clock')).now;
  }
}
