import { buffer } from 'node:stream/consumers';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** The files of a .zip, by their paths without the base folder. */
export function unpacked(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, Buffer>();
    fromBuffer(bytes, { lazyEntries: true }, (error: Error | null, zip: ZipFile) => {
      if (error) return reject(error);
      zip.on('error', reject);
      zip.on('end', () => resolve(files));
      zip.on('entry', (entry: Entry) => {
        contentOf(zip, entry)
          .then((content) => {
            files.set(entry.fileName.replace(/^[^/]+\//, ''), content);
            zip.readEntry();
          })
          .catch(reject);
      });
      zip.readEntry();
    });
  });
}

const contentOf = (zip: ZipFile, entry: Entry): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error: Error | null, stream) => {
      if (error) reject(error);
      else buffer(stream).then(resolve, reject);
    }),
  );
