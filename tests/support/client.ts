import { randomUUID } from 'node:crypto';

export interface Answer<Body = unknown> {
  readonly status: number;
  readonly body: Body;
  readonly etag: string | null;
  readonly headers: Headers;
}

export interface Sending {
  /** A new one for each request when left out. */
  readonly key?: string;
  readonly ifMatch?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds for which it waits for an answer; as long as it takes when left out. */
  readonly timeoutMs?: number;
}

/** Milliseconds for which a token is used; it ends five minutes later. */
const TOKEN_IS_GOOD_MS = 600_000;

export type Provider = 'us' | 'cn' | 'secretariat';

/** Who vouches for a user of the demonstration. */
export const providerOf = (user: string): Provider =>
  user.startsWith('us-') ? 'us' : user.startsWith('cn-') ? 'cn' : 'secretariat';

/** Somebody who talks to Parley over HTTP, as a program of a government would. */
export class Client {
  #token: string | undefined;
  #since = performance.now();

  private constructor(
    readonly url: string,
    readonly user: string | undefined,
    token: string | undefined,
  ) {
    this.#token = token;
  }

  get token(): string | undefined {
    return this.#token;
  }

  /** A client without a token. */
  static public(url: string): Client {
    return new Client(url, undefined, undefined);
  }

  /** A client with any token. */
  static withToken(url: string, token: string): Client {
    return new Client(url, undefined, token);
  }

  /** A demonstration user, with a token from the provider, which is renewed before it ends. */
  static async as(url: string, user: string): Promise<Client> {
    return new Client(url, user, await Client.#tokenOf(url, user));
  }

  static async #tokenOf(url: string, user: string): Promise<string> {
    const answer = await fetch(`${url}/oidc/${providerOf(user)}/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${user}:demo`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    });
    const { access_token } = (await answer.json()) as { access_token?: string };
    if (access_token === undefined) throw new Error(`no token for ${user}: ${String(answer.status)}`);
    return access_token;
  }

  get<Body = unknown>(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer<Body>> {
    return this.send('GET', path, undefined, { headers });
  }

  post<Body = unknown>(path: string, body: unknown, sending: Sending = {}): Promise<Answer<Body>> {
    return this.send('POST', path, JSON.stringify(body), {
      ...sending,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...sending.headers },
    });
  }

  /** Does an act and waits until it is done, however long it takes. @throws with the problem when it is refused */
  async act<Body = unknown>(path: string, body?: unknown, sending: Sending = {}): Promise<Answer<Body>> {
    const key = sending.key ?? randomUUID();
    for (;;) {
      const answer = await this.post<Body>(path, body, { ...sending, key });
      if (answer.status >= 300)
        throw new Error(
          `${this.user ?? 'public'} POST ${path}: ${String(answer.status)} ${JSON.stringify(answer.body)}`,
        );
      if (answer.status !== 202 || (answer.body as { settled?: boolean }).settled !== false) return answer;
    }
  }

  /** Reads and expects an answer. @throws with the problem when there is none */
  async read<Body = unknown>(path: string): Promise<Body> {
    const answer = await this.get<Body>(path);
    if (answer.status !== 200)
      throw new Error(`${this.user ?? 'public'} GET ${path}: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Downloads bytes that are no JSON. @throws for any status but 200 */
  async bytes(path: string): Promise<Buffer> {
    const answer = await fetch(`${this.url}${path}`, {
      headers: await this.signedIn(),
    });
    if (answer.status !== 200)
      throw new Error(`${this.user ?? 'public'} GET ${path}: ${String(answer.status)} ${await answer.text()}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  /** Who asks, and what for: some of what is not public is read with a purpose only. */
  private async signedIn(): Promise<Readonly<Record<string, string>>> {
    if (this.user !== undefined && performance.now() - this.#since > TOKEN_IS_GOOD_MS) {
      this.#token = await Client.#tokenOf(this.url, this.user);
      this.#since = performance.now();
    }
    return this.#token === undefined
      ? {}
      : { authorization: `Bearer ${this.#token}`, 'parley-purpose': 'Taking part in the case' };
  }

  async send<Body = unknown>(
    method: string,
    path: string,
    body: string | Uint8Array<ArrayBuffer> | undefined,
    { key, ifMatch, headers = {}, timeoutMs }: Sending = {},
  ): Promise<Answer<Body>> {
    const asked = {
      method,
      headers: {
        ...(await this.signedIn()),
        ...(method === 'GET' ? {} : { 'idempotency-key': key ?? randomUUID() }),
        ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
      ...(timeoutMs === undefined ? {} : { signal: AbortSignal.timeout(timeoutMs) }),
    };
    const ask = (): Promise<Response> => fetch(`${this.url}${path}`, asked);
    const answer = await ask().catch((error: unknown) => {
      // A server may close an idle connection just as it is used. What only reads is asked again (RFC 9110, 9.2.2).
      if (method === 'GET' && wasClosed(error)) return ask();
      throw error;
    });
    const text = await textOf(answer);
    const isJson = /^application\/([a-z]+\+)?json\b/.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      body: (isJson && text ? JSON.parse(text) : text) as Body,
      etag: answer.headers.get('etag'),
      headers: answer.headers,
    };
  }
}

/** The body of an answer; nothing of one that goes on for as long as somebody listens. */
async function textOf(answer: Response): Promise<string> {
  if (answer.headers.get('content-type') !== 'text/event-stream') return answer.text();
  await answer.body?.cancel();
  return '';
}

const wasClosed = (error: unknown): boolean =>
  ((error as Error).cause as { readonly code?: string } | undefined)?.code === 'UND_ERR_SOCKET';
