import { finished, type Readable } from 'node:stream';
import { BlobCorruptedError, type BlobStore } from '@parley/blobs';
import type { Damage, FiledBytes } from '../../domain/exhibit';

export type Opened =
  { readonly kind: 'sound'; readonly bytes: Readable } | { readonly kind: 'damaged'; readonly found: Damage['found'] };

/**
 * Opens the bytes of an exhibit for a reader. Bytes that are missing, of another size, or damaged and small are found
 * before anything is handed out; damage inside larger ones ends their stream with a `BlobCorruptedError` before its end
 * (I-33).
 * @param suspect true for bytes that were found damaged before: then all of them are checked first, so that a copy that
 *   was mended is read again and one that was not hands out nothing
 */
export async function openSound(
  blobs: BlobStore,
  file: Pick<FiledBytes, 'digest' | 'sizeBytes'>,
  suspect: boolean,
): Promise<Opened> {
  const opened = await blobs.open(file.digest);
  if (!opened) return { kind: 'damaged', found: 'missing' };
  if (opened.sizeBytes !== file.sizeBytes) {
    opened.bytes.destroy();
    return { kind: 'damaged', found: 'size-differs' };
  }
  // Who reads looks at the stream's end; until then an error must have somebody who listens.
  opened.bytes.on('error', () => undefined);
  const found = await damageIn(suspect ? drained(opened.bytes) : begun(opened.bytes));
  if (found) return { kind: 'damaged', found };
  return suspect ? openSound(blobs, file, false) : { kind: 'sound', bytes: opened.bytes };
}

/** The digest that an error of a stream of bytes tells; `undefined` for any other error. */
export const foundBy = (error: unknown): Damage['found'] | undefined =>
  error instanceof BlobCorruptedError ? error.actual : undefined;

async function damageIn(check: Promise<void>): Promise<Damage['found'] | undefined> {
  try {
    await check;
    return undefined;
  } catch (error) {
    const found = foundBy(error);
    if (found === undefined) throw error;
    return found;
  }
}

/** Waits until the first bytes are there to be handed out. */
const begun = (bytes: Readable): Promise<void> =>
  new Promise((resolve, reject) => {
    const settle = (done: () => void) => (): void => {
      bytes.off('readable', ready).off('error', failed);
      done();
    };
    const ready = settle(resolve);
    const failed = (error: Error): void => settle(() => reject(error))();
    bytes.on('readable', ready).on('error', failed);
  });

/** Reads to the end and keeps nothing. */
const drained = (bytes: Readable): Promise<void> =>
  new Promise((resolve, reject) => {
    finished(bytes, { writable: false }, (error) => (error ? reject(error) : resolve()));
    bytes.resume();
  });
