import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { anyWords, decoded, piecesOf, type Allowance, type Pieces } from './bytes-search';
import { hiddenInJpeg, hiddenInPng, UnreadableFile } from './image-layers';
import { BeyondLimits, unescaped, withoutTags, type PassageSearch, type Words } from './passage-search';
import type { LayerName } from './redaction.rules';

/** Parts of a Word, Excel or PowerPoint file (OOXML) whose name alone shows that they are a layer. */
const PARTS: readonly (readonly [part: RegExp, layer: LayerName])[] = [
  [/(^|\/)comments[^/]*\.xml$|\/comments\/|\/threadedComments\//i, 'comments'],
  [/\/embeddings\/|\/vbaProject\.bin$|\/activeX\/|\/externalLinks\//i, 'attachments'],
  [/^docProps\/thumbnail\.|\/revisions\/|\/notesSlides\//i, 'hidden-content'],
];

/** How a tag begins that marks something which its page does not show. */
const MARKS: readonly (readonly [mark: RegExp, layer: LayerName])[] = [
  [/^w:(ins|del|moveFrom|moveTo|rPrChange|pPrChange|sectPrChange|tblPrChange|cellDel|cellIns)[ />]/, 'tracked-changes'],
  [/^w:(vanish|webHidden|specVanish)(\/| w:val="(1|true|on)")/, 'hidden-content'],
  [
    /^((sheet|x:sheet)\s[^>]*state="(hidden|veryHidden)"|(row|col)\s[^>]*hidden="(1|true)"|p:sld\s[^>]*show="(0|false)")/,
    'hidden-content',
  ],
  [/^(definedName|p:cNvPr)\s[^>]*hidden="(1|true)"/, 'hidden-content'],
];

const MOST_ENTRIES = 10_000;
/** No program writes a longer tag. */
const LONGEST_TAG = 256 * 1024;

/**
 * Searches a Word, Excel or PowerPoint file, which is a ZIP of parts, one part at a time. It may hold no comments, no
 * tracked changes and nothing hidden.
 * @returns the layers that it may not have
 * @throws UnreadableFile, BeyondLimits, PassageFound
 */
export async function searchOffice(
  bytes: Buffer,
  search: PassageSearch,
  allowance: Allowance,
): Promise<ReadonlySet<LayerName>> {
  const zip = await opened(bytes);
  if (zip.entryCount > MOST_ENTRIES) throw new BeyondLimits('more parts than are searched');
  const hidden = new Set<LayerName>();
  let [listed, isOffice] = [0, false];
  for (let entry = await nextEntry(zip); entry !== null; entry = await nextEntry(zip)) {
    listed += 1;
    isOffice ||= entry.fileName === '[Content_Types].xml';
    allowance.take(entry.uncompressedSize);
    await searchPart(entry.fileName, readable(await contentOf(zip, entry)), search, hidden);
  }
  if (!isOffice) throw new UnreadableFile('a ZIP that is no office file');
  if (entriesBegun(bytes) > listed) hidden.add('data-out-of-sight');
  return hidden;
}

async function searchPart(
  name: string,
  content: AsyncIterable<Buffer>,
  search: PassageSearch,
  hidden: Set<LayerName>,
): Promise<void> {
  for (const [part, layer] of PARTS) if (part.test(name)) hidden.add(layer);
  if (/\.(png|jpe?g)$/i.test(name)) {
    const bytes = await buffer(content);
    for (const layer of /\.png$/i.test(name) ? hiddenInPng(bytes) : hiddenInJpeg(bytes)) hidden.add(layer);
    return searchPieces(piecesOf(bytes), anyWords(search, 'data-out-of-sight', { tags: false }));
  }
  return searchPieces(content, /\.(xml|rels|vml)$/i.test(name) ? xmlWords(name, search, hidden) : others(search));
}

const others = (search: PassageSearch): Pieces => anyWords(search, 'data-out-of-sight', { tags: false });

async function searchPieces(content: AsyncIterable<Buffer> | Iterable<Buffer>, pieces: Pieces): Promise<void> {
  for await (const piece of content) pieces.write(piece);
  pieces.end();
}

/**
 * Reads the words of a part twice: without its tags, so that formatting inside a passage does not hide it, and with
 * them, because attributes hold words too.
 */
function xmlWords(name: string, search: PassageSearch, hidden: Set<LayerName>): Pieces {
  const layer: LayerName = /^(docProps|customXml)\//.test(name)
    ? 'metadata'
    : (PARTS.find(([part]) => part.test(name))?.[1] ?? 'text');
  const readings = [withoutTags(unescaped(search.words(layer))), unescaped(search.words(layer))];
  return decoded(name.endsWith('.xml') ? [...readings, marks(hidden)] : readings, 'utf-8');
}

/** Looks at each tag by itself, so that a tag without an end causes no other to be looked at twice. */
function marks(hidden: Set<LayerName>): Words {
  let tag = '>';
  const look = (whole: string): void => {
    for (const [mark, layer] of MARKS) if (mark.test(whole)) hidden.add(layer);
  };
  return {
    write: (text) => {
      const tags = `${tag}${text}`.split('<');
      const last = tags.pop() ?? '';
      tags.forEach(look);
      const end = last.indexOf('>');
      tag = end < 0 ? last : last.slice(0, end + 1);
      if (tag.length > LONGEST_TAG) throw new BeyondLimits('a longer tag than is searched');
    },
    end: () => look(tag),
  };
}

const opened = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true }, (error: Error | null, zip: ZipFile) => {
      if (error) reject(new UnreadableFile('not a ZIP that can be read', { cause: error }));
      else resolve(zip);
    }),
  );

/** The next entry of the directory; `null` after the last. */
const nextEntry = (zip: ZipFile): Promise<Entry | null> =>
  new Promise((resolve, reject) => {
    zip.removeAllListeners();
    zip
      .once('error', (cause) => reject(new UnreadableFile('not a ZIP that can be read', { cause })))
      .once('end', () => resolve(null))
      .once('entry', resolve);
    zip.readEntry();
  });

/** The content of an entry. yauzl holds it to the size that the directory names, which stops a bomb. */
const contentOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error: Error | null, stream) => {
      if (error) reject(new UnreadableFile('not a ZIP that can be read', { cause: error }));
      else resolve(stream);
    }),
  );

/** @throws UnreadableFile when the content is not what the directory says */
async function* readable(content: Readable): AsyncGenerator<Buffer> {
  try {
    yield* content as AsyncIterable<Buffer>;
  } catch (cause) {
    throw new UnreadableFile('an entry that cannot be unpacked', { cause });
  }
}

/** How many entries begin anywhere in the file. If that is more than are listed, some are out of sight. */
const entriesBegun = (bytes: Buffer): number => {
  let count = 0;
  for (
    let at = bytes.indexOf('PK\u0003\u0004', 0, 'latin1');
    at >= 0;
    at = bytes.indexOf('PK\u0003\u0004', at + 4, 'latin1')
  )
    count += 1;
  return count;
};
