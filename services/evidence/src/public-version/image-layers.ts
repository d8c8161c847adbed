import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import type { CommandContext } from '@parley/event-store';
import type { Sha256 } from '@parley/kernel';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import type { CheckedFormat, LayerName } from './redaction.rules';

/** Chunks of a PNG that show something; every other one holds words, an older picture, or what nobody knows. */
const SHOWING = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'bKGD',
  'pHYs',
  'hIST',
  'cICP',
]);

/** A PNG: pictures hold no words that could be searched, so they may hold nothing but the picture. */
export function pngLayers(bytes: Buffer): TakenApart {
  const hidden = new Set<LayerName>();
  let at = 8;
  for (let type = ''; type !== 'IEND';) {
    if (at + 12 > bytes.length) throw new UnreadableFile('a PNG without an end');
    type = bytes.toString('latin1', at + 4, at + 8);
    if (!SHOWING.has(type)) hidden.add('metadata');
    at += 12 + bytes.readUInt32BE(at);
  }
  if (at !== bytes.length) hidden.add('data-out-of-sight');
  return picture('png', hidden);
}

const SCAN = 0xda;
const END = 0xd9;
/**
 * Markers of a JPEG that hold words or a second picture: comments, and the application's own but the plain header,
 * colours and Adobe's.
 */
const holdsWords = (marker: number, length: number): boolean =>
  marker === 0xfe ||
  (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee) ||
  (marker === 0xe0 && length > 16);

/** A JPEG: the same. Its header of EXIF may hold a small picture of what it was before. */
export function jpegLayers(bytes: Buffer): TakenApart {
  const hidden = new Set<LayerName>();
  let at = 2;
  for (;;) {
    if (at + 4 > bytes.length || bytes[at] !== 0xff) throw new UnreadableFile('a JPEG without a scan');
    const marker = bytes.readUInt8(at + 1);
    const length = bytes.readUInt16BE(at + 2);
    if (holdsWords(marker, length)) hidden.add('metadata');
    at += 2 + length;
    if (marker === SCAN) break;
  }
  const end = endOfScans(bytes, at);
  if (end !== bytes.length) hidden.add('data-out-of-sight');
  return picture('jpeg', hidden);
}

/**
 * Behind the end mark of the picture; inside scans a 0xff is followed by 0 or a restart, and more tables and scans may
 * follow.
 */
function endOfScans(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] === 0xff && bytes[at + 1] === END) return at + 2;
  }
  throw new UnreadableFile('a JPEG without an end');
}

const picture = (format: 'png' | 'jpeg', hidden: ReadonlySet<LayerName>): TakenApart => ({
  format,
  searched: ['metadata', 'data-out-of-sight'],
  layers: [],
  hidden: [...hidden],
});

/**
 * A request that names what was removed must leave nothing by which a guess at it could be tried. Its digest stands in
 * the record so that a key which is used again with other content is seen; under a secret it still does, and tells
 * nobody anything.
 */
export function withKeyedDigest(context: CommandContext, secret: Uint8Array): CommandContext {
  const { cause } = context;
  if (cause.kind !== 'command') return context;
  return {
    ...context,
    cause: { ...cause, bodyDigest: createHmac('sha256', secret).update(cause.bodyDigest).digest('hex') as Sha256 },
  };
}

/** Words of a file that stand in one of its layers. */
export interface Layer {
  readonly name: LayerName;
  readonly text: string;
}

/** A file taken apart. */
export interface TakenApart {
  readonly format: CheckedFormat;
  /** Layers that there may be, searched whether or not this file has them. */
  readonly searched: readonly LayerName[];
  readonly layers: readonly Layer[];
  /** Layers that are there and that a public version may not have. */
  readonly hidden: readonly LayerName[];
}

/** The file is not what its first bytes say, or locked: nobody can tell what is in it. */
export class UnreadableFile extends Error {}

/**
 * Lets no more than so many pieces of work go on at once; the others wait in the order in which they came.
 * @param most pieces at once
 * @returns a function that does a piece of work in its turn, and gives or throws what the work does
 */
export function turns(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let free = most;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

type TakenPages = { readonly layers: readonly Layer[]; readonly hidden: readonly LayerName[] };
type Answer = TakenPages | { readonly failure: string };

/** A file that takes longer is refused, well within the time of an act: what cannot be searched cannot be published. */
const MOST_MS = 12_000;
const MOST_MEMORY_MB = 512;
/** Each takes a thread and its memory. */
const inTurn = turns(2);

/** What a reader of PDFs finds in one: text of its pages, annotations, metadata, bookmarks. @throws UnreadableFile */
export const pdfPages = (bytes: Buffer): Promise<TakenPages> => inTurn(() => readPages(bytes));

async function readPages(bytes: Buffer): Promise<TakenPages> {
  const worker = new Worker(join(__dirname, 'pdf-layers.worker.cjs'), {
    workerData: Uint8Array.from(bytes),
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    stdout: true,
    stderr: true,
  });
  const timer = setTimeout(() => void worker.terminate(), MOST_MS);
  try {
    const answer = await new Promise<Answer>((resolve) => {
      const failed = (reason: unknown): void => resolve({ failure: String(reason) });
      worker.once('message', resolve).once('error', failed).once('exit', failed);
    });
    if ('failure' in answer) throw new UnreadableFile(answer.failure);
    return answer;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

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
