import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

const NO_LIMITS = { up: Infinity, down: Infinity, once: false };

/** Stands between the adapter and the storage, and cuts their connections. */
export class TcpProxy {
  private readonly sockets = new Set<Socket>();
  private passed = 0;
  private limits = NO_LIMITS;
  private readonly server = createServer((client) => this.join(client));

  private constructor(private readonly target: URL) {}

  static async before(endpoint: string): Promise<TcpProxy> {
    const proxy = new TcpProxy(new URL(endpoint));
    await once(proxy.server.listen(0, '127.0.0.1'), 'listening');
    return proxy;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Cuts the connection when so many bytes have gone this way in all, and then every later one unless it is `once`. */
  cutAfter(limits: { readonly up?: number; readonly down?: number; readonly once?: boolean }): void {
    this.passed = 0;
    this.limits = { ...NO_LIMITS, ...limits };
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await once(this.server.close(), 'close');
  }

  private join(client: Socket): void {
    const storage = connect(Number(this.target.port), this.target.hostname);
    this.pass(client, storage, 'up');
    this.pass(storage, client, 'down');
  }

  private pass(from: Socket, to: Socket, way: 'up' | 'down'): void {
    this.sockets.add(from);
    from.on('data', (chunk) => {
      if (this.limits[way] < Infinity) this.passed += chunk.length;
      if (this.passed > this.limits[way]) {
        if (this.limits.once) this.cutAfter(NO_LIMITS);
        from.resetAndDestroy();
        to.resetAndDestroy();
      } else if (!to.write(chunk)) {
        from.pause();
        to.once('drain', () => from.resume());
      }
    });
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.sockets.delete(from);
      to.destroy();
    });
  }
}
