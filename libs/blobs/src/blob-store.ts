import type { Readable } from 'node:stream';
import type { Sha256 } from '@parley/kernel';

/** What is known of stored bytes. */
export interface StoredBlob {
  /** SHA-256 of the bytes, computed while they were written. */
  readonly digest: Sha256;
  readonly sizeBytes: number;
}

export type PutResult =
  | { readonly kind: 'stored'; readonly blob: StoredBlob }
  | { readonly kind: 'too-large'; readonly limitBytes: number }
  | { readonly kind: 'digest-differs'; readonly actual: Sha256 };

/** Bytes by their digest. What is stored never changes; the same bytes are stored once. */
export interface BlobStore {
  /**
   * Stores a stream in constant memory. Nothing stays when it fails, is cut off, is too large or has another digest.
   * @throws what the stream throws
   */
  put(bytes: Readable, expected: { readonly digest?: Sha256; readonly limitBytes: number }): Promise<PutResult>;
  /**
   * Opens stored bytes. The stream checks them on the way: one that does not match its digest ends with a `BlobCorrupted`
   * error before its last byte is handed out (I-33).
   * @returns `undefined` when there are no such bytes
   */
  open(digest: Sha256): Promise<{ readonly sizeBytes: number; readonly bytes: Readable } | undefined>;
}
