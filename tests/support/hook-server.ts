import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * How a program answers: it takes what comes, fails, asks for half an hour, leads elsewhere, is slow, or takes it and
 * never says so.
 */
export type HookMode = 'takes' | 'fails' | 'is busy' | 'redirects' | 'is slow' | 'is mute';

export interface Hooked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly mode: HookMode;
}

/** A real HTTP server that receives webhooks, each path for a program of its own. */
export class HookServer {
  readonly got: Hooked[] = [];
  readonly #modes = new Map<string, HookMode>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(): Promise<HookServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const hooks = new HookServer(server, `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
    server.on('request', (request, response) => {
      const { url: path = '', headers } = request;
      const mode = hooks.#modes.get(path) ?? 'takes';
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        hooks.got.push({ path, headers, body: Buffer.concat(parts).toString(), mode });
        if (mode === 'is mute') return;
        const status = { takes: 204, fails: 503, 'is busy': 429, redirects: 307, 'is slow': 200 }[mode];
        const said = mode === 'is busy' ? { 'retry-after': '1800' } : { location: `${hooks.url}/elsewhere` };
        const answer = () => response.writeHead(status, said).end();
        setTimeout(answer, mode === 'is slow' ? 1_500 : 0);
      });
    });
    return hooks;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  set(path: string, mode: HookMode): void {
    this.#modes.set(path, mode);
  }

  at(path: string): readonly Hooked[] {
    return this.got.filter((each) => each.path === path);
  }

  /** The first of each message that came to a path, in their order: who drops an id that comes twice has these. */
  messagesAt(path: string): readonly Hooked[] {
    return [
      ...new Map(
        this.at(path)
          .toReversed()
          .map((each) => [each.headers['webhook-id'], each]),
      ).values(),
    ].toReversed();
  }

  async until(holds: () => boolean | Promise<boolean>): Promise<void> {
    const end = Date.now() + 90_000;
    while (!(await holds())) {
      if (Date.now() > end) throw new Error('it never came');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
