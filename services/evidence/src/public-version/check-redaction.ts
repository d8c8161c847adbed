import { buffer } from 'node:stream/consumers';
import type { BlobStore } from '@parley/blobs';
import type { ReferredBytes } from '../exhibits/exhibit-commands.rules';
import { openSound } from '../exhibits/sound-bytes';
import { jpegLayers, pngLayers, UnreadableFile, type Layer, type TakenApart } from './image-layers';
import { officeLayers, pdfLayers, textLayers } from './office-layers';
import type { CheckedFormat, RedactionCheck } from './redaction.rules';

/** The most that is searched: a public version is held in memory for it. */
const MOST_CHECKED_BYTES = 32 * 1024 * 1024;

/** A Chinese name may have two characters; a single one stands everywhere. */
const FEWEST_LETTERS = 2;

/** How files of a form are taken apart, by the media type under which they are filed. */
const FORMATS: readonly (readonly [mediaType: RegExp, format: CheckedFormat])[] = [
  [/^application\/pdf$/, 'pdf'],
  [
    /^application\/vnd\.openxmlformats-officedocument\.(wordprocessingml\.document|spreadsheetml\.sheet|presentationml\.presentation)$/,
    'office',
  ],
  [/^image\/jpeg$/, 'jpeg'],
  [/^image\/png$/, 'png'],
  [/^text\/|^application\/(json|xml|[a-z.+-]+\+(json|xml))$/, 'text'],
];

const TAKE_APART: Readonly<Record<CheckedFormat, (bytes: Buffer) => TakenApart | Promise<TakenApart>>> = {
  pdf: pdfLayers,
  office: officeLayers,
  jpeg: jpegLayers,
  png: pngLayers,
  text: textLayers,
};

const FIRST_BYTES: Readonly<Partial<Record<CheckedFormat, string>>> = {
  pdf: '%PDF-',
  office: 'PK\u0003\u0004',
  jpeg: '\u00ff\u00d8\u00ff',
  png: '\u0089PNG\r\n\u001a\n',
};

type NamedFile = { readonly fileName: string; readonly mediaType: string };

/**
 * Searches every layer of a public version for what was removed (I-41). The passages are used here and kept nowhere.
 * @param passages as the filer names them
 */
export async function checkRedaction(
  bytes: Buffer,
  { fileName, mediaType }: NamedFile,
  passages: readonly string[],
): Promise<RedactionCheck> {
  const format = FORMATS.find(([pattern]) => pattern.test(mediaType))?.[1];
  if (!format || !bytes.toString('latin1', 0, 16).startsWith(FIRST_BYTES[format] ?? '')) return { kind: 'uncheckable' };
  // A picture has no words to name; whatever else there is, something was removed from it.
  if (passages.length === 0 && format !== 'jpeg' && format !== 'png') return { kind: 'nothing-named' };
  const short = passages.findIndex((passage) => [...plainWords(passage)].length < FEWEST_LETTERS);
  if (short >= 0) return { kind: 'too-short', passage: short };
  const taken = await takenApart(bytes, format);
  if (!taken) return { kind: 'uncheckable' };
  // Everybody reads its name too.
  const layers: readonly Layer[] = [{ name: 'metadata', text: fileName }, ...taken.layers];
  return found(layers, passages) ?? hidden(taken) ?? { kind: 'passed', format, searched: taken.searched };
}

async function takenApart(bytes: Buffer, format: CheckedFormat): Promise<TakenApart | undefined> {
  try {
    return await TAKE_APART[format](bytes);
  } catch (error) {
    if (error instanceof UnreadableFile || error instanceof RangeError) return undefined;
    throw error;
  }
}

function found(layers: readonly Layer[], passages: readonly string[]): RedactionCheck | undefined {
  const words = passages.map(plainWords);
  for (const { name, text } of layers) {
    const plain = plainWords(text);
    const passage = words.findIndex((each) => plain.includes(each));
    if (passage >= 0) return { kind: 'found', layer: name, passage };
  }
  return undefined;
}

const hidden = ({ hidden: [layer] }: TakenApart): RedactionCheck | undefined =>
  layer && { kind: 'hidden-layer', layer };

/** Spaces, line breaks, soft hyphens and what has no width: a passage is the same however a page breaks it. */
const NO_INK = /[\s\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]+/gu;

/** Words as they are compared: without case, width variants and anything that leaves no ink. */
const plainWords = (text: string): string => text.normalize('NFKC').toLowerCase().replace(NO_INK, '');

/** Searches uploads that are to become public versions. */
export class Redactions {
  constructor(private readonly blobs: BlobStore) {}

  /**
   * One that is not there, or is damaged, cannot be searched; whether it may be referred to at all is decided
   * elsewhere.
   */
  async check({ upload, fileName, mediaType }: ReferredBytes, passages: readonly string[]): Promise<RedactionCheck> {
    if (!upload) return { kind: 'uncheckable' };
    if (upload.sizeBytes > MOST_CHECKED_BYTES) return { kind: 'too-large' };
    const opened = await openSound(this.blobs, upload, true);
    return opened.kind === 'damaged'
      ? { kind: 'uncheckable' }
      : checkRedaction(await buffer(opened.bytes), { fileName, mediaType }, passages);
  }
}
