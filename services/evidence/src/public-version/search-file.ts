import { anyWords, Allowance, piecesOf } from './bytes-search';
import { hiddenInJpeg, hiddenInPng, UnreadableFile } from './image-layers';
import { searchOffice } from './office-layers';
import { BeyondLimits, PassageFound, PassageSearch } from './passage-search';
import { searchPdf, type PdfPages } from './pdf-layers';
import type { CheckedFormat, LayerName, RedactionCheck } from './redaction.rules';

/** What is to be searched, and for which passages. */
export interface SearchOrder {
  readonly bytes: Buffer;
  readonly format: CheckedFormat;
  readonly fileName: string;
  readonly passages: readonly string[];
  /** The file is not searched when it unpacks to more bytes than this. */
  readonly unpackedBytes: number;
}

type ReadPages = (bytes: Buffer) => Promise<PdfPages>;

const PICTURE: readonly LayerName[] = ['metadata', 'data-out-of-sight'];

/** Layers that each format can have. All are searched, whether or not a file has them. */
const SEARCHED: Readonly<Record<CheckedFormat, readonly LayerName[]>> = {
  pdf: [
    'text',
    'metadata',
    'annotations',
    'bookmarks',
    'attachments',
    'earlier-revisions',
    'hidden-content',
    'data-out-of-sight',
  ],
  office: ['text', 'metadata', 'comments', 'tracked-changes', 'hidden-content', 'attachments', 'data-out-of-sight'],
  jpeg: PICTURE,
  png: PICTURE,
  text: ['text'],
};

/**
 * Searches every layer of a file for passages. It runs in a thread of its own, because a stranger's file may make it
 * slow, take up memory, or make it fail.
 * @returns `passed` only when all of the file was searched
 */
export async function searchFile(order: SearchOrder, readPages: ReadPages): Promise<RedactionCheck> {
  const { format } = order;
  try {
    const [layer] = await layersSearched(order, readPages);
    return layer ? { kind: 'hidden-layer', layer } : { kind: 'passed', format, searched: SEARCHED[format] };
  } catch (error) {
    if (error instanceof PassageFound) return { kind: 'found', layer: error.layer, passage: error.passage };
    if (error instanceof UnreadableFile) return { kind: 'uncheckable' };
    if (error instanceof BeyondLimits || error instanceof RangeError) return { kind: 'not-searched' };
    throw error;
  }
}

/** @returns the layers that the file may not have */
async function layersSearched(order: SearchOrder, readPages: ReadPages): Promise<Iterable<LayerName>> {
  const { bytes, format, fileName, passages, unpackedBytes } = order;
  const search = new PassageSearch(passages);
  // Everybody reads the file's name too.
  const name = search.words('metadata');
  name.write(fileName);
  name.end();
  switch (format) {
    case 'pdf':
      return searchPdf(bytes, search, new Allowance(unpackedBytes), readPages);
    case 'office':
      return searchOffice(bytes, search, new Allowance(unpackedBytes));
    case 'jpeg':
      return hiddenInJpeg(bytes);
    case 'png':
      return hiddenInPng(bytes);
    case 'text': {
      const words = anyWords(search, 'text', { tags: true });
      for (const piece of piecesOf(bytes)) words.write(piece);
      words.end();
      return [];
    }
  }
}
