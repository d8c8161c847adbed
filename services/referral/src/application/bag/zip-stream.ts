import { PassThrough, type Readable } from 'node:stream';
import type { Instant } from '@parley/kernel';
import { ZipFile } from 'yazl';

/** A file to be packed. It is opened when its turn comes, so that no more than one is open at a time. */
export interface ZipEntry {
  readonly path: string;
  readonly sizeBytes: number;
  open(): Promise<Readable>;
}

const FILE_MODE = 0o100644;
const NOON = 12;

/**
 * A DOS time has no zone, and is written from the local time of this process: so the date is made of local numbers, and
 * of noon, which no zone's change of the clock leaves out.
 */
const localNoon = (instant: Instant): Date => {
  const [year = 0, month = 1, day = 1] = instant.slice(0, 10).split('-').map(Number);
  return new Date(year, month - 1, day, NOON);
};

/**
 * Packs files into a .zip in the order given, in constant memory. Nothing is compressed: deflate is not the same in
 * every build of zlib, and the same files must give the same bytes (I-51).
 * @param day of the entries, the same for all
 */
export function zipStream(entries: readonly ZipEntry[], day: Instant): Readable {
  const zip = new ZipFile();
  const packed = new PassThrough();
  const fail = (error: unknown): void => void packed.destroy(error instanceof Error ? error : new Error(String(error)));
  const mtime = localNoon(day);
  let current: Readable | undefined;
  packed.once('close', () => current?.destroy());
  for (const { path, sizeBytes, open } of entries) {
    zip.addReadStreamLazy(
      path,
      { mtime, mode: FILE_MODE, compress: false, forceDosTimestamp: true, size: sizeBytes },
      (opened) => {
        open().then((bytes) => {
          // A pipe passes no error on, and the archive must not end as if the file were whole.
          bytes.once('error', fail);
          current = bytes;
          opened(null, bytes);
        }, fail);
      },
    );
  }
  zip.on('error', fail);
  zip.outputStream.pipe(packed);
  zip.end();
  return packed;
}
