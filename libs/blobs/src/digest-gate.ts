import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import type { Sha256 } from '@parley/kernel';
import { BlobCorruptedError } from './blob-corrupted.error';

/**
 * Lets bytes through, one chunk behind: the last chunk comes out only when the digest of them all is the one expected, so that
 * wrong bytes are never handed out as complete (I-33). It ends with a `BlobCorruptedError` otherwise.
 */
export class DigestGate extends Transform {
  private readonly hash = createHash('sha256');
  private held: Buffer | undefined;

  constructor(private readonly expected: Sha256) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.hash.update(chunk);
    const ready = this.held;
    this.held = chunk;
    done(null, ready);
  }

  override _flush(done: TransformCallback): void {
    const actual = this.hash.digest('hex') as Sha256;
    if (actual === this.expected) done(null, this.held);
    else done(new BlobCorruptedError(this.expected, actual));
  }
}
