import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { PutResult, StoredBlob } from '@parley/blobs';
import type { Sha256 } from '@parley/kernel';

/** Stops a reader. The incoming bytes hold the reason. */
class Stopped extends Error {}

/** A stream that is measured while it is read: its digest, its size, and whether it is what was announced. */
export class IncomingBytes {
  /** Why the bytes are not to be stored. */
  refusal: Exclude<PutResult, { readonly kind: 'stored' }> | undefined;
  /** What the stream itself has thrown. */
  failure: { readonly error: unknown } | undefined;
  private readonly hash = createHash('sha256');
  private readonly chunks: AsyncIterator<Buffer>;
  private head: Buffer[] = [];
  private sizeBytes = 0;
  private measured: StoredBlob | undefined;

  /** @param expected the digest that the bytes must have; any will do when it is left out */
  constructor(
    bytes: Readable,
    private readonly limitBytes: number,
    private readonly expected?: Sha256,
  ) {
    // A stream may fail before it is read. It is told to its reader then; without a listener meanwhile it would end the
    // process.
    bytes.on('error', () => undefined);
    this.chunks = bytes.iterator({ destroyOnReturn: false });
  }

  /** What the bytes turned out to be. @throws before all were read */
  get blob(): StoredBlob {
    if (!this.measured) throw new Error('the bytes are not read to their end yet');
    return this.measured;
  }

  /** All bytes, when they are no more than this; `undefined` when there are more, and then `all` gives them all. */
  async whenWithin(mostBytes: number): Promise<Buffer | undefined> {
    while (this.sizeBytes <= mostBytes) {
      const chunk = await this.next();
      if (!chunk) return Buffer.concat(this.head);
      this.head.push(chunk);
    }
    return undefined;
  }

  /** The bytes from the first to the last. It fails at the end of bytes that are not what was announced. */
  async *all(): AsyncGenerator<Buffer> {
    yield* this.head.splice(0);
    for (let chunk = await this.next(); chunk; chunk = await this.next()) yield chunk;
  }

  private async next(): Promise<Buffer | undefined> {
    if (this.measured) return undefined;
    const { done, value } = await this.read();
    if (done) {
      this.finish();
      return undefined;
    }
    this.sizeBytes += value.length;
    if (this.sizeBytes > this.limitBytes) this.refuse({ kind: 'too-large', limitBytes: this.limitBytes });
    this.hash.update(value);
    return value;
  }

  private async read(): Promise<IteratorResult<Buffer, undefined>> {
    try {
      return await this.chunks.next();
    } catch (error) {
      this.failure = { error };
      throw error;
    }
  }

  private finish(): void {
    const digest = this.hash.digest('hex') as Sha256;
    if (this.expected !== undefined && digest !== this.expected)
      this.refuse({ kind: 'digest-differs', actual: digest });
    this.measured = { digest, sizeBytes: this.sizeBytes };
  }

  private refuse(refusal: Exclude<PutResult, { readonly kind: 'stored' }>): never {
    this.refusal = refusal;
    throw new Stopped(refusal.kind);
  }
}
