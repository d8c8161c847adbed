import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import type { Sha256 } from '@parley/kernel';
import { BlobCorruptedError } from './blob-corrupted.error';

/** Bytes that are held back until the digest is known, in however many chunks they come. */
const HELD_BYTES = 64 * 1024;

/**
 * Lets bytes through, 64 KiB behind. The last of them come out only when the digest of all is the expected one;
 * otherwise it ends with a `BlobCorruptedError`. So wrong bytes are never handed out as complete (I-33), and a small
 * wrong blob is not handed out at all.
 */
export class DigestGate extends Transform {
  private readonly hash = createHash('sha256');
  private readonly held: Buffer[] = [];
  private heldBytes = 0;

  constructor(private readonly expected: Sha256) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.hash.update(chunk);
    this.held.push(chunk);
    this.heldBytes += chunk.length;
    for (let first = this.held[0]; first && this.heldBytes - first.length >= HELD_BYTES; first = this.held[0])
      this.release(first);
    done();
  }

  override _flush(done: TransformCallback): void {
    const actual = this.hash.digest('hex') as Sha256;
    if (actual !== this.expected) {
      done(new BlobCorruptedError(this.expected, actual));
      return;
    }
    for (const chunk of this.held) this.push(chunk);
    done();
  }

  private release(first: Buffer): void {
    this.held.shift();
    this.heldBytes -= first.length;
    this.push(first);
  }
}
