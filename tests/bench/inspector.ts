import { once } from 'node:events';
import type { CpuProfile } from './cpu-profile';

/** Microseconds between two samples. */
const SAMPLING = 500;

/** The profiler of another Node process that was started with `--inspect`. */
export class Inspector {
  #last = 0;
  readonly #open = new Map<number, (result: unknown) => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.addEventListener('message', ({ data }) => {
      const { id = 0, result } = JSON.parse(String(data)) as { id?: number; result?: unknown };
      this.#open.get(id)?.(result);
      this.#open.delete(id);
    });
  }

  /** @param address as Node prints it: `ws://127.0.0.1:port/id` */
  static async connect(address: string): Promise<Inspector> {
    const socket = new WebSocket(address);
    await once(socket, 'open');
    return new Inspector(socket);
  }

  /** Profiles the process while some work runs. */
  async profile(work: () => Promise<void>): Promise<CpuProfile> {
    await this.#ask('Profiler.enable');
    await this.#ask('Profiler.setSamplingInterval', { interval: SAMPLING });
    await this.#ask('Profiler.start');
    await work();
    const { profile } = (await this.#ask('Profiler.stop')) as { profile: CpuProfile };
    return profile;
  }

  close(): void {
    this.socket.close();
  }

  #ask(method: string, params: object = {}): Promise<unknown> {
    const id = ++this.#last;
    this.socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve) => this.#open.set(id, resolve));
  }
}
