import type { LayerName } from './redaction.rules';

/** The file is locked, or is not what its first bytes say, so nobody can tell what is in it. */
export class UnreadableFile extends Error {}

/** Chunks of a PNG that show something. Any other chunk holds words, an older picture, or something unknown. */
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

/**
 * The layers that a PNG may not have. Nobody can search a picture for words, so the file may hold nothing but the
 * picture.
 */
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
 * Markers of a JPEG that hold words or a second picture. They are comments and application segments, except the plain
 * header, colours and Adobe's.
 */
const holdsWords = (marker: number, length: number): boolean =>
  marker === 0xfe ||
  (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee) ||
  (marker === 0xe0 && length > 16);

/**
 * The layers that a JPEG may not have, for the same reason. Its EXIF header may hold a small picture of what it showed
 * before.
 */
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
 * The index just behind the picture's end mark. Inside scans, 0 or a restart follows each 0xff, and more tables and
 * scans may follow.
 */
function endOfScans(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] === 0xff && bytes[at + 1] === END) return at + 2;
  }
  throw new UnreadableFile('a JPEG without an end');
}
