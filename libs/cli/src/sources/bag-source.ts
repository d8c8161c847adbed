import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { open, type Entry, type ZipFile } from 'yauzl';
import { named, NotAsked } from '../report/not-asked';
import { Refused } from '../report/refused';
import { known, type Bag } from './bag';
import { openFolder } from './folder-bag';
import { codeOf } from './read-file';

/**
 * Opens a bag as it was handed over, or unpacked.
 * @param place a .zip with one folder in it, or that folder
 * @throws NotAsked `file-unreadable`, Refused `bag-malformed`
 */
export async function openBag(place: string): Promise<Bag> {
  const found = await stat(place).catch((error: unknown) => {
    throw new NotAsked('file-unreadable', named(`${place}: ${codeOf(error)}`));
  });
  return found.isDirectory() ? openFolder(place) : openZip(place);
}

/** Bytes that are read at once. */
const PIECE = 1 << 20;

async function openZip(place: string): Promise<Bag> {
  const { zip, entries } = await readZip(place);
  return {
    archive: () => createReadStream(place, { highWaterMark: PIECE }),
    paths: [...entries.keys()],
    open: (file) =>
      new Promise((resolve, reject) => {
        zip.openReadStream(known(entries, file), (error, bytes) =>
          error ? reject(new Refused('bag-malformed', file)) : resolve(bytes),
        );
      }),
    close: () => zip.close(),
  };
}

interface ReadZip {
  readonly zip: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
}

/** All entries stand in one folder, and none twice: two files of one path could be read as two things. */
const readZip = (place: string): Promise<ReadZip> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    const bases = new Set<string>();
    const fail = (about: string): void => reject(new Refused('bag-malformed', about));
    open(place, { autoClose: false }, (unopened, zip) => {
      if (unopened) return fail(place);
      zip.on('error', () => fail(place));
      zip.on('entry', (entry: Entry) => {
        const { fileName } = entry;
        if (fileName.endsWith('/')) return;
        const [base = '', ...rest] = fileName.split('/');
        const file = rest.join('/');
        if (file === '' || entries.has(file) || bases.add(base).size > 1) fail(fileName);
        entries.set(file, entry);
      });
      zip.on('end', () => resolve({ zip, entries }));
    });
  });
