import { once, EventEmitter } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** A server-sent event as its reader gets it. */
export interface SentEvent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

/** A stream of server-sent events, read as a browser reads it (HTML, 9.2.6), for specs. */
export class SentEvents {
  readonly events: SentEvent[] = [];
  /** What the next connection says as `Last-Event-ID`. */
  lastId = '';
  /** Resolves when the stream has ended or was cut: whether the server ended it. */
  readonly ended: Promise<boolean>;
  readonly #came = new EventEmitter();

  private constructor(readonly response: IncomingMessage) {
    this.ended = this.#read().then(
      () => true,
      () => false,
    );
  }

  /** Opens a stream, and waits for its first words. @throws with the answer where it is no stream */
  static async open(url: string, headers: Readonly<Record<string, string>>): Promise<SentEvents> {
    const [response] = (await once(get(url, { headers, agent: false }), 'response')) as [IncomingMessage];
    if (response.statusCode !== 200) throw new Error(`${String(response.statusCode)} ${await text(response)}`);
    const stream = new SentEvents(response);
    await once(stream.#came, 'block');
    return stream;
  }

  /** Waits until so many events have come in all. @throws when the stream ends before */
  async until(count: number): Promise<readonly SentEvent[]> {
    while (this.events.length < count) {
      const isOver = await Promise.race([once(this.#came, 'block').then(() => false), this.ended.then(() => true)]);
      if (isOver && this.events.length < count) throw new Error(`ended after ${String(this.events.length)} events`);
    }
    return this.events;
  }

  /** Breaks the connection, as a network does. */
  cut(): void {
    this.response.destroy();
  }

  async #read(): Promise<void> {
    let rest = '';
    for await (const part of this.response.setEncoding('utf8')) {
      const blocks = `${rest}${String(part)}`.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) this.#take(block);
    }
  }

  #take(block: string): void {
    const field = (name: string): string | undefined =>
      block
        .split('\n')
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2);
    this.lastId = field('id') ?? this.lastId;
    const data = field('data');
    // An id without data is kept, and nobody is told of it.
    if (data !== undefined) this.events.push({ id: this.lastId, event: field('event') ?? 'message', data });
    this.#came.emit('block');
  }
}
