import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { appendSome, someStream } from '@parley/event-store/contract';
import { Client } from 'pg';
import { createPostgresEventStore, type PostgresEventStore } from './postgres-event-store';
import { createPostgresSubject, realClock, type PostgresSubject } from './testing/postgres-subject';

const PATIENCE_MS = 1_000;

/** A line to the database that can fall silent: it stays open, and nothing comes through. */
class Line {
  readonly #sockets: (readonly [Socket, Socket])[] = [];

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async to(url: string): Promise<Line> {
    const { hostname, port } = new URL(url);
    const server = createServer((near) => {
      const far = connect(Number(port), hostname);
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const)
        from
          .on('error', () => to.destroy())
          .on('close', () => to.destroy())
          .pipe(to);
      line.#sockets.push([near, far]);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const line = new Line(
      server,
      Object.assign(new URL(url), { port: String((server.address() as AddressInfo).port) }).href,
    );
    return line;
  }

  /** Silences the connections that there are; new ones go through. */
  fallSilent(): void {
    for (const pair of this.#sockets) for (const socket of pair) socket.unpipe().pause();
  }

  close(): void {
    this.server.close();
    for (const [near, far] of this.#sockets) {
      near.destroy();
      far.destroy();
    }
  }
}

describe('a database that does not answer', () => {
  let subject: PostgresSubject;
  let line: Line;
  let store: PostgresEventStore;
  const append = () => appendSome(store, someStream(), 'no-stream');

  beforeEach(async () => {
    subject = await createPostgresSubject();
    line = await Line.to(subject.url);
    store = createPostgresEventStore({
      connectionString: line.url,
      clock: realClock,
      pollMs: 50,
      patienceMs: PATIENCE_MS,
    });
    await append();
  });
  afterEach(async () => {
    await store.close();
    line.close();
    await subject.close();
  });

  it('on a line that fell silent is given up in time, and asked over another', async () => {
    line.fallSilent();
    const began = performance.now();
    await expect(append()).rejects.toThrow(/timeout/);
    expect(performance.now() - began).toBeLessThan(9_000);
    expect(await append()).toMatchObject({ kind: 'appended', position: '2' });
    await expect(store.head()).resolves.toBe('2');
  });

  it('gives up what waited behind an append without an answer, instead of sending it late (I-19)', async () => {
    line.fallSilent();
    const answers = await Promise.allSettled([append(), append()]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await append()).toMatchObject({ kind: 'appended', position: '2' });
  });

  it('because another holds what it waits for, gives the append up, and takes the next one', async () => {
    const holder = new Client({ connectionString: subject.adminUrl });
    await holder.connect();
    await holder.query('SELECT pg_advisory_lock(1096041812, 1)');
    await expect(append()).rejects.toThrow(/statement timeout/);
    await holder.end();
    expect(await append()).toMatchObject({ kind: 'appended', position: '2' });
  });
});
