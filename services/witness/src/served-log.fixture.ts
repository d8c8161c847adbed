import { hash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  formatCheckpoint,
  formatKey,
  formatNote,
  growLog,
  nodeChecks,
  nodeSigner,
  NOTE_KINDS,
  noteKey,
  privateKeyOf,
  rawPublicKey,
  signText,
  TiledTree,
  type NoteKey,
  type NoteSigner,
} from '@parley/transparency';

const { digest } = nodeChecks;
export const ORIGIN = 'log.example/parley';

/** A log that shows its files over HTTP. Two with other words are two pasts of one log: the key is the same. */
export class ServedLog {
  readonly #files = new Map<string, Uint8Array>();
  readonly #server: Server;
  #growing: Promise<void> = Promise.resolve();
  size = 0;
  note = '';

  private constructor(
    private readonly signer: NoteSigner,
    private readonly word: string,
  ) {
    this.#server = createServer((request, response) => {
      const bytes = this.#files.get((request.url ?? '/').slice(1));
      response.writeHead(bytes ? 200 : 404).end(bytes);
    });
  }

  /** @param word of which its entries are made from `common` on */
  static async of(count: number, word = 'one', common = 0): Promise<ServedLog> {
    const key = privateKeyOf(hash('sha256', ORIGIN, 'buffer'));
    const publicKey = rawPublicKey(key);
    const named = await noteKey(digest, { name: ORIGIN, kind: NOTE_KINDS.note, publicKey });
    const log = new ServedLog({ key: named, sign: nodeSigner(key) }, word);
    await new Promise<void>((resolve) => log.#server.listen(0, '127.0.0.1', resolve));
    if (common > 0) await log.grow(common, 'common');
    await log.grow(count - common);
    return log;
  }

  get key(): NoteKey {
    return this.signer.key;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  /** Its line in a policy. */
  get line(): string {
    return `log ${formatKey(this.key)} ${this.url}`;
  }

  /** Grows, one time after the other. What it shows changes at once. */
  grow(count: number, word = this.word): Promise<void> {
    this.#growing = this.#growing.then(() => this.#grow(count, word));
    return this.#growing;
  }

  /** What it asks a witness that signed a checkpoint of a size last. */
  async request(oldSize: number): Promise<string> {
    const { size, note } = this;
    const proof = await this.#tree(size).consistency(oldSize);
    const hashes = proof.map((each) => `${Buffer.from(each).toString('base64')}\n`).join('');
    return `old ${String(oldSize)}\n${hashes}\n${note}`;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => {
      this.#server.close(resolve);
      this.#server.closeAllConnections();
    });
  }

  async #grow(count: number, word: string): Promise<void> {
    const size = this.size + count;
    const read = (path: string) => this.#files.get(path);
    const entries = Array.from({ length: count }, (_, at) =>
      hash('sha256', `${word} ${String(this.size + at)}`, 'buffer'),
    );
    for (const { path, bytes } of await growLog(read, this.size, entries, digest)) this.#files.set(path, bytes);
    const text = formatCheckpoint({ origin: ORIGIN, size, root: await this.#tree(size).root() });
    const note = formatNote(text, [await signText(this.signer, text)]);
    this.#files.set('checkpoint', Buffer.from(note));
    [this.size, this.note] = [size, note];
  }

  #tree(size: number): TiledTree {
    return new TiledTree((path) => this.#files.get(path), size, digest);
  }
}
