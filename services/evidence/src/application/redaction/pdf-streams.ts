import { inflateSync } from 'node:zlib';

/** The streams of a PDF unpack to no more than this together; what is beyond is not looked at twice. */
const MOST_BYTES = 128 * 1024 * 1024;

/**
 * All that lies in a PDF whether or not a page refers to it: the file itself, and each stream unpacked. A page that was
 * taken out of the file's tree often stays in the file.
 */
export function* pdfStreams(bytes: Buffer): Generator<Buffer> {
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
export function stringsIn(piece: Buffer): readonly string[] {
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
