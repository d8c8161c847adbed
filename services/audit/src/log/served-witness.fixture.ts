import { hash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SideWitness } from '@parley/http';
import type { PartyCode } from '@parley/kernel';
import {
  answerAddCheckpoint,
  formatKey,
  nodeChecks,
  nodeSigner,
  NOTE_KINDS,
  noteKey,
  parsePolicy,
  privateKeyOf,
  rawPublicKey,
  type Checkpoint,
  type NoteKey,
  type NoteSigner,
} from '@parley/transparency';

/** A witness over HTTP with its memory in this process. A spec may have it fail, wait, or publish something. */
export class ServedWitness {
  /** What it publishes as the proof of two pasts. */
  split: string | undefined;
  /** Stands in for its answer, where a spec says so. */
  instead: (() => Promise<{ readonly status: number; readonly body: string }>) | undefined;
  /** Its clock, in seconds since 1970. */
  now = (): number => 1_790_000_000;
  /** Requests to cosign that it got. */
  asked = 0;
  #logs: readonly NoteKey[] = [];
  #last: Checkpoint | undefined;
  /** The note that it cosigned last, which it publishes. A spec may put another in its place. */
  note: string | undefined;
  readonly #server: Server;

  private constructor(
    private readonly party: string,
    private readonly signer: NoteSigner,
  ) {
    this.#server = createServer((request, response) => {
      void this.#answer(request.url ?? '', request).then(({ status, body }) => response.writeHead(status).end(body));
    });
  }

  static async of(party: string): Promise<ServedWitness> {
    const key = privateKeyOf(hash('sha256', `witness of ${party}`, 'buffer'));
    const [name, publicKey] = [`${party.toLowerCase()}.example/w`, rawPublicKey(key)];
    const signer = {
      key: await noteKey(nodeChecks.digest, { name, kind: NOTE_KINDS.cosignature, publicKey }),
      sign: nodeSigner(key),
    };
    const witness = new ServedWitness(party, signer);
    await new Promise<void>((resolve) => witness.#server.listen(0, '127.0.0.1', resolve));
    return witness;
  }

  get known(): SideWitness {
    const { port } = this.#server.address() as AddressInfo;
    return {
      party: this.party as PartyCode,
      key: formatKey(this.signer.key),
      url: `http://127.0.0.1:${String(port)}`,
    };
  }

  /** From now on it witnesses the log of a policy, as its own keeper would have set it up. */
  async witnesses(policy: string): Promise<void> {
    this.#logs = (await parsePolicy(nodeChecks.digest, policy)).logs.map(({ key }) => key);
  }

  async close(): Promise<void> {
    await new Promise((resolve) => {
      this.#server.close(resolve);
      this.#server.closeAllConnections();
    });
  }

  async #answer(url: string, request: AsyncIterable<Buffer>): Promise<{ status: number; body: string }> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    if (url.endsWith('/split'))
      return this.split === undefined ? { status: 404, body: '' } : { status: 200, body: this.split };
    if (url.endsWith('/checkpoint'))
      return this.note === undefined ? { status: 404, body: '' } : { status: 200, body: this.note };
    this.asked += 1;
    if (this.instead) return this.instead();
    const memory = {
      last: () => Promise.resolve(this.#last),
      keep: (checkpoint: Checkpoint, _before: Checkpoint | undefined, note: string) => {
        [this.#last, this.note] = [checkpoint, note];
        return Promise.resolve(true);
      },
    };
    const witness = { logs: this.#logs, signer: this.signer, now: this.now, memory };
    return answerAddCheckpoint(nodeChecks, witness, Buffer.concat(parts).toString());
  }
}
