import { inflateSync } from 'node:zlib';
import {
  entriesBegun,
  jpegLayers,
  pdfPages,
  pngLayers,
  UnreadableFile,
  zipEntries,
  type Layer,
  type TakenApart,
  type ZipEntry,
} from './image-layers';
import type { LayerName } from './redaction.rules';

const TAGS = /<[^>]*>/g;

/** Parts of a Word, Excel or PowerPoint file (OOXML) that are a layer by their name alone. */
const PARTS: readonly (readonly [part: RegExp, layer: LayerName])[] = [
  [/(^|\/)comments[^/]*\.xml$|\/comments\/|\/threadedComments\//i, 'comments'],
  [/\/embeddings\/|\/vbaProject\.bin$|\/activeX\/|\/externalLinks\//i, 'attachments'],
  [/^docProps\/thumbnail\.|\/revisions\/|\/notesSlides\//i, 'hidden-content'],
];

/** Marks in a part that something is there which its page does not show. */
const MARKS: readonly (readonly [mark: RegExp, layer: LayerName])[] = [
  [/<w:(ins|del|moveFrom|moveTo|rPrChange|pPrChange|sectPrChange|tblPrChange|cellDel|cellIns)[ />]/, 'tracked-changes'],
  [/<w:(vanish|webHidden|specVanish)(\/| w:val="(1|true|on)")/, 'hidden-content'],
  [
    /<(sheet|x:sheet)\s[^>]*state="(hidden|veryHidden)"|<(row|col)\s[^>]*hidden="(1|true)"|<p:sld\s[^>]*show="(0|false)"/,
    'hidden-content',
  ],
  [/<(definedName|p:cNvPr)\s[^>]*hidden="(1|true)"/, 'hidden-content'],
];

/**
 * A Word, Excel or PowerPoint file: a ZIP of parts, each searched; comments, tracked changes and what is hidden may not
 * be there.
 */
export async function officeLayers(bytes: Buffer): Promise<TakenApart> {
  const entries = await zipEntries(bytes);
  if (!entries.some(({ name }) => name === '[Content_Types].xml'))
    throw new UnreadableFile('a ZIP that is no office file');
  const hidden = new Set<LayerName>(entries.flatMap(hiddenIn));
  if (entriesBegun(bytes) > entries.length) hidden.add('data-out-of-sight');
  return {
    format: 'office',
    searched: ['text', 'metadata', 'comments', 'tracked-changes', 'hidden-content', 'attachments', 'data-out-of-sight'],
    layers: entries.flatMap(layersOf),
    hidden: [...hidden],
  };
}

function hiddenIn({ name, bytes }: ZipEntry): readonly LayerName[] {
  const byName = PARTS.filter(([part]) => part.test(name)).map(([, layer]) => layer);
  if (name.endsWith('.xml')) {
    const xml = bytes.toString('utf8');
    return [...byName, ...MARKS.filter(([mark]) => mark.test(xml)).map(([, layer]) => layer)];
  }
  if (/\.png$/i.test(name)) return [...byName, ...pngLayers(bytes).hidden];
  if (/\.jpe?g$/i.test(name)) return [...byName, ...jpegLayers(bytes).hidden];
  return byName;
}

/**
 * The words of a part without its tags, so that a passage is found over the marks of its formatting, and with them for
 * attributes.
 */
function layersOf({ name, bytes }: ZipEntry): readonly Layer[] {
  const layer: LayerName = /^(docProps|customXml)\//.test(name)
    ? 'metadata'
    : (PARTS.find(([part]) => part.test(name))?.[1] ?? 'text');
  if (!/\.(xml|rels|vml)$/i.test(name))
    return [...wordsInBytes(bytes)].map((text) => ({ name: 'data-out-of-sight', text }));
  const xml = unescaped(bytes.toString('utf8'));
  return [
    { name: layer, text: unescaped(bytes.toString('utf8').replace(TAGS, '')) },
    { name: layer, text: xml },
  ];
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (xml: string): string =>
  xml.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );

const SEARCHED: readonly LayerName[] = [
  'text',
  'metadata',
  'annotations',
  'bookmarks',
  'attachments',
  'earlier-revisions',
  'hidden-content',
  'data-out-of-sight',
];

/**
 * A PDF: what its pages show, what stands beside them, and what lies in the file though nothing refers to it. One that
 * was saved over and over keeps what it was before, so a public version is written anew.
 */
export async function pdfLayers(bytes: Buffer): Promise<TakenApart> {
  const source = bytes.toString('latin1');
  if (/\/Encrypt\s+\d+\s+\d+\s+R/.test(source)) throw new UnreadableFile('a locked PDF');
  const pages = await pdfPages(bytes);
  const hidden = new Set<LayerName>(pages.hidden);
  if (revisionsIn(source) > 1) hidden.add('earlier-revisions');
  if (behindItsEnd(source)) hidden.add('data-out-of-sight');
  return { format: 'pdf', searched: SEARCHED, layers: [...pages.layers, ...outOfSight(bytes)], hidden: [...hidden] };
}

/** How often it was saved. One that is linearized for the web has two ends and was saved once. */
function revisionsIn(source: string): number {
  const ends = source.match(/startxref\s+\d+\s+%%EOF/g)?.length ?? 0;
  return /\/Linearized\s/.test(source.slice(0, 2_048)) ? ends - 1 : ends;
}

const behindItsEnd = (source: string): boolean => source.slice(source.lastIndexOf('%%EOF') + 5).trim() !== '';

function outOfSight(bytes: Buffer): readonly Layer[] {
  const layers: Layer[] = [];
  for (const piece of pdfStreams(bytes)) {
    for (const text of [...wordsInBytes(piece), ...stringsIn(piece)]) layers.push({ name: 'data-out-of-sight', text });
  }
  return layers;
}

/** The streams of a PDF unpack to no more than this together; what is beyond is not looked at twice. */
const MOST_BYTES = 128 * 1024 * 1024;

/**
 * All that lies in a PDF whether or not a page refers to it: the file itself, and each stream unpacked. A page that was
 * taken out of the file's tree often stays in the file.
 */
function* pdfStreams(bytes: Buffer): Generator<Buffer> {
  yield bytes;
  let left = MOST_BYTES;
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    const start = at + (bytes[at + 6] === 0x0d ? 8 : 7);
    const end = bytes.indexOf('endstream', start);
    if (end < 0) return;
    const unpacked = unpack(bytes.subarray(start, end), left);
    if (unpacked) {
      left -= unpacked.length;
      yield unpacked;
    }
  }
}

/** A stream packed with Flate; `undefined` for one that is not, which the file itself shows as it stands. */
function unpack(packed: Buffer, limit: number): Buffer | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(limit, 1) });
  } catch {
    return undefined;
  }
}

const LITERAL = /\(((?:[^\\()]|\\[\s\S])*)\)/g;
const HEX = /<([0-9a-fA-F\s]+)>/g;

/** The strings that a piece of PDF writes, one behind the other: words are often set letter by letter. */
function stringsIn(piece: Buffer): readonly string[] {
  const source = piece.toString('latin1');
  const literals = [...source.matchAll(LITERAL)].map(([, text = '']) => text.replace(/\\([()\\])/g, '$1')).join('');
  const hex = [...source.matchAll(HEX)].map(([, digits = '']) => Buffer.from(digits.replace(/\s/g, ''), 'hex'));
  return [
    literals,
    Buffer.concat(hex).toString('latin1'),
    utf16(Buffer.concat(hex)),
    utf16(Buffer.from(literals, 'latin1')),
  ];
}

const utf16 = (bytes: Buffer): string =>
  Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
    .swap16()
    .toString('utf16le');

/** Plain text, tables and markup: all of it is searched, as it stands and without its tags. */
export function textLayers(bytes: Buffer): TakenApart {
  const words = [...wordsInBytes(bytes)];
  return {
    format: 'text',
    searched: ['text'],
    layers: words.flatMap((text) => [text, text.replace(TAGS, '')]).map((text) => ({ name: 'text', text })),
    hidden: [],
  };
}

/**
 * Bytes as the words that they may be, in each encoding that files of our formats use: one passage is searched for in
 * all of them. UTF-16 may begin at an odd byte.
 */
function* wordsInBytes(bytes: Buffer): Generator<string> {
  yield bytes.toString('latin1');
  yield bytes.toString('utf8');
  for (const start of [0, 1]) {
    const even = bytes.subarray(start, bytes.length - ((bytes.length - start) % 2));
    yield even.toString('utf16le');
    yield Buffer.from(even).swap16().toString('utf16le');
  }
}
