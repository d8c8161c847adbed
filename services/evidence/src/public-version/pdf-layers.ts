import { createInflate } from 'node:zlib';
import { pdfWords, piecesOf, type Allowance } from './bytes-search';
import { UnreadableFile } from './image-layers';
import type { PassageSearch } from './passage-search';
import type { LayerName } from './redaction.rules';

/** What a PDF reader finds in a file: the text of its pages, annotations, metadata, bookmarks. */
export interface PdfPages {
  readonly layers: readonly { readonly name: LayerName; readonly text: string }[];
  readonly hidden: readonly LayerName[];
}

/**
 * Searches a PDF: what its pages show, what stands beside them, and what lies in the file although nothing refers to
 * it. A PDF that was saved again keeps what it was before, so a public version must be written anew.
 * @param readPages throws when the file is no PDF, or locked
 * @returns the layers that it may not have
 * @throws UnreadableFile, BeyondLimits, PassageFound
 */
export async function searchPdf(
  bytes: Buffer,
  search: PassageSearch,
  allowance: Allowance,
  readPages: (bytes: Buffer) => Promise<PdfPages>,
): Promise<ReadonlySet<LayerName>> {
  const source = bytes.toString('latin1');
  if (/\/Encrypt\s+\d+\s+\d+\s+R/.test(source)) throw new UnreadableFile('a locked PDF');
  // This comes before the pages are read, because reading them unpacks whatever a page names.
  for (const unpacked of unpackedStreams(bytes)) {
    for await (const piece of unpacked) allowance.take(piece.length);
  }
  const pages = await readPages(bytes);
  for (const { name, text } of pages.layers) {
    const words = search.words(name);
    words.write(text);
    words.end();
  }
  await searchOutOfSight(bytes, search);
  const hidden = new Set<LayerName>(pages.hidden);
  if (revisionsIn(source) > 1) hidden.add('earlier-revisions');
  if (behindItsEnd(source)) hidden.add('data-out-of-sight');
  return hidden;
}

/** How often the file was saved. A file that is linearized for the web was saved once and has two ends. */
function revisionsIn(source: string): number {
  const ends = source.match(/startxref\s+\d+\s+%%EOF/g)?.length ?? 0;
  return /\/Linearized\s/.test(source.slice(0, 2_048)) ? ends - 1 : ends;
}

const behindItsEnd = (source: string): boolean => source.slice(source.lastIndexOf('%%EOF') + 5).trim() !== '';

/**
 * Searches all that lies in a PDF, whether or not a page refers to it: the file itself, and each stream unpacked. A
 * page that was taken out of the file's tree often stays in the file.
 */
async function searchOutOfSight(bytes: Buffer, search: PassageSearch): Promise<void> {
  const file = pdfWords(search);
  for (const piece of piecesOf(bytes)) file.write(piece);
  file.end();
  for (const unpacked of unpackedStreams(bytes)) {
    const words = pdfWords(search);
    for await (const piece of unpacked) words.write(piece);
    words.end();
  }
}

function* unpackedStreams(bytes: Buffer): Generator<AsyncGenerator<Buffer>> {
  let end = 0;
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    const start = at + (bytes[at + 6] === 0x0d ? 8 : 7);
    if (end < start) end = bytes.indexOf('endstream', start);
    if (end < 0) return;
    const packed = bytes.subarray(start, end);
    if (beginsFlate(packed)) yield unpacked(packed);
  }
}

/**
 * Whether bytes begin like a Flate stream. RFC 1950: method 8, and a check of the first two bytes. No reader unpacks a
 * stream without them.
 */
const beginsFlate = ([method = 0, flags = 0]: Uint8Array): boolean =>
  (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0;

/**
 * Unpacks a stream that is packed with Flate. When it breaks off or is no such stream, this gives what comes before the
 * fault, as PDF readers do. The rest is searched as it stands in the file.
 */
async function* unpacked(packed: Buffer): AsyncGenerator<Buffer> {
  const inflate = createInflate();
  inflate.end(packed);
  try {
    for await (const piece of inflate) yield piece as Buffer;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw error;
  }
}
