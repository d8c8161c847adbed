import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { open, type Entry, type ZipFile } from 'yauzl';
import { named, NotAsked } from '../report/not-asked';
import { Refused } from '../report/refused';
import { codeOf } from './read-file';

/** The files of a bag, by their paths from its base, with strokes as in its manifests. */
export interface Bag {
  readonly paths: readonly string[];
  /** @throws Refused `file-missing` for a path that is not among them */
  open(file: string): Promise<Readable>;
  close(): void;
}

/** Bytes of a text of a bag that is read whole; exhibits are not. */
const MOST = 64 * 1024 * 1024;

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

/** A small file of a bag, whole. @throws Refused `file-missing`, `bag-malformed` where it is no small one */
export async function wholeFile(bag: Bag, file: string): Promise<Buffer> {
  return buffer(limited(await bag.open(file), file));
}

async function* limited(bytes: Readable, file: string): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const part of bytes as AsyncIterable<Buffer>) {
    size += part.byteLength;
    if (size > MOST) throw new Refused('bag-malformed', file);
    yield part;
  }
}

async function openFolder(folder: string): Promise<Bag> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map(
    entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file).split(path.sep).join('/'), file]),
  );
  return {
    paths: [...files.keys()],
    open: async (file) => createReadStream(known(files, file)),
    close: () => undefined,
  };
}

async function openZip(place: string): Promise<Bag> {
  const { zip, entries } = await readZip(place);
  return {
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

function known<Place>(files: ReadonlyMap<string, Place>, file: string): Place {
  const place = files.get(file);
  if (place === undefined) throw new Refused('file-missing', file);
  return place;
}
