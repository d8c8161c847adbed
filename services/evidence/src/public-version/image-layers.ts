import type { LayerName } from './redaction.rules';

/** The file is not what its first bytes say, or locked: nobody can tell what is in it. */
export class UnreadableFile extends Error {}

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
export function hiddenInPng(bytes: Buffer): ReadonlySet<LayerName> {
  const hidden = new Set<LayerName>();
  let at = 8;
  for (let type = ''; type !== 'IEND';) {
    if (at + 12 > bytes.length) throw new UnreadableFile('a PNG without an end');
    type = bytes.toString('latin1', at + 4, at + 8);
    if (!SHOWING.has(type)) hidden.add('metadata');
    at += 12 + bytes.readUInt32BE(at);
  }
  if (at !== bytes.length) hidden.add('data-out-of-sight');
  return hidden;
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
export function hiddenInJpeg(bytes: Buffer): ReadonlySet<LayerName> {
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
  return hidden;
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
