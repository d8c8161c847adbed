import { buffer } from 'node:stream/consumers';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { UnreadableFile } from './layer';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

/** An office file of a public version unpacks to no more. */
const MOST_BYTES = 128 * 1024 * 1024;
const MOST_ENTRIES = 10_000;

/**
 * Everything that a ZIP lists. @throws UnreadableFile when it is not one, is locked, is too big unpacked, or an entry
 * is not what the directory says of it
 */
export async function zipEntries(bytes: Buffer): Promise<readonly ZipEntry[]> {
  try {
    return await entriesOf(await opened(bytes));
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('not a ZIP that can be read', { cause: error });
  }
}

const opened = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true }, (error: Error | null, zip: ZipFile) => {
      if (error) reject(error);
      else resolve(zip);
    }),
  );

async function entriesOf(zip: ZipFile): Promise<readonly ZipEntry[]> {
  if (zip.entryCount > MOST_ENTRIES) throw new UnreadableFile('too many entries');
  const entries: ZipEntry[] = [];
  let left = MOST_BYTES;
  for (let entry = await nextEntry(zip); entry !== null; entry = await nextEntry(zip)) {
    left -= entry.uncompressedSize;
    if (left < 0) throw new UnreadableFile('more than a public version unpacks to');
    entries.push({ name: entry.fileName, bytes: await contentOf(zip, entry) });
  }
  return entries;
}

/** The next entry of the directory; `null` behind the last. */
const nextEntry = (zip: ZipFile): Promise<Entry | null> =>
  new Promise((resolve, reject) => {
    zip.removeAllListeners();
    zip
      .once('error', reject)
      .once('end', () => resolve(null))
      .once('entry', resolve);
    zip.readEntry();
  });

/** The content, which yauzl holds to the size that the directory names: a bomb stops there. */
const contentOf = (zip: ZipFile, entry: Entry): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error: Error | null, stream) => {
      if (error) reject(error);
      else buffer(stream).then(resolve, reject);
    }),
  );

/** How many entries begin anywhere in the file: more than are listed means that some are out of sight. */
export const entriesBegun = (bytes: Buffer): number => {
  let count = 0;
  for (
    let at = bytes.indexOf('PK\u0003\u0004', 0, 'latin1');
    at >= 0;
    at = bytes.indexOf('PK\u0003\u0004', at + 4, 'latin1')
  )
    count += 1;
  return count;
};
