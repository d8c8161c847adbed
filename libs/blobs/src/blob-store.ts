import type { Readable } from 'node:stream';
import type { PartyCode, Sha256 } from '@parley/kernel';

/**
 * The keeper of what a side uploads. So the bytes of one side's uploads are told from those of the other, and a side
 * learns nothing of what the other uploaded.
 */
export const uploadsOf = (party: PartyCode): string => `uploads${party.toLowerCase()}`;

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

/** The conditions on bytes that are put, and who keeps them. */
export interface PutOptions {
  /** Bytes with another digest are not stored. */
  readonly digest?: Sha256;
  readonly limitBytes: number;
  /** Lower-case name of the context that keeps the bytes and alone may remove them; `common` when left out. */
  readonly keeper?: string;
}

/** Bytes by their digest. What is stored never changes; the same bytes are stored once for each keeper. */
export interface BlobStore {
  /**
   * Stores a stream in constant memory. Nothing stays when it fails, is cut off, is too large or has another digest.
   * Acknowledged bytes survive a power cut. Putting the same bytes again also mends a damaged copy. A stream that is
   * too large is left where the limit was passed, neither read on nor destroyed, because its owner may want to answer.
   * @throws what the stream throws
   */
  put(bytes: Readable, options: PutOptions): Promise<PutResult>;
  /**
   * Opens stored bytes, whoever keeps them, or one keeper's copy alone. The stream checks them on the way. Bytes that
   * do not match their digest end with a `BlobCorruptedError` before their last 64 KiB are handed out (I-33). So a blob
   * of 64 KiB or less is never handed out wrong.
   * @returns `undefined` when there are no such bytes
   */
  open(digest: Sha256, keeper?: string): Promise<OpenBlob | undefined>;
  /**
   * Removes one keeper's copy of these bytes; nothing happens when it has none. The copies of others stay, so that
   * nobody can take away another's bytes by putting the same and removing them. A reader who opened them before reads
   * on.
   */
  remove(digest: Sha256, keeper: string): Promise<void>;
}
