import { Client } from '../../support/client';

/** A client for each person who acts, with a new token whenever the old one is no longer good. */
export class KnownClients {
  readonly #clients = new Map<string, Promise<Client>>();

  constructor(private readonly url: string) {}

  /** @throws when it gets no token now */
  async of(user: string): Promise<Client> {
    const known = this.#clients.get(user) ?? Client.as(this.url, user);
    this.#clients.set(user, known);
    try {
      return await known;
    } catch (failure) {
      this.forget(user);
      throw failure;
    }
  }

  forget(user: string): void {
    this.#clients.delete(user);
  }
}
