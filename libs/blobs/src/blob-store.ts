import type { Readable } from 'node:stream';
import type { Sha256 } from '@parley/kernel';

/** What is known of stored bytes. */
export interface StoredBlob {
  /** SHA-256 of the bytes, computed while they were written. */
  readonly digest: Sha256;
  readonly sizeBytes: number;
}

/** Stored bytes, opened. A reader that does not read to the end destroys `bytes`. */
export interface OpenBlob {
  /** Bytes that lie there now; a file that was cut off is shorter than it was. */
  readonly sizeBytes: number;
  readonly bytes: Readable;
}

export type PutResult =
  | { readonly kind: 'stored'; readonly blob: StoredBlob }
  | { readonly kind: 'too-large'; readonly limitBytes: number }
  | { readonly kind: 'digest-differs'; readonly actual: Sha256 };

/** Bytes by their digest. What is stored never changes; the same bytes are stored once. */
export interface BlobStore {
  /**
   * Stores a stream in constant memory. Nothing stays when it fails, is cut off, is too large or has another digest; what is
   * acknowledged survives a power cut. The same bytes put again also mend a copy that has been damaged.
   * A stream that is too large is left where the limit was passed, neither read on nor destroyed: its owner may want to answer.
   * @throws what the stream throws
   */
  put(bytes: Readable, expected: { readonly digest?: Sha256; readonly limitBytes: number }): Promise<PutResult>;
  /**
   * Opens stored bytes. The stream checks them on the way: one that does not match its digest ends with a `BlobCorruptedError`
   * before its last chunk, at most 64 KiB, is handed out (I-33); so bytes that fit in one chunk are never handed out wrong.
   * @returns `undefined` when there are no such bytes
   */
  open(digest: Sha256): Promise<OpenBlob | undefined>;
  /** Removes bytes that nothing refers to any more; nothing happens when there are none. Who opened them before reads on. */
  remove(digest: Sha256): Promise<void>;
}
