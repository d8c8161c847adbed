import { inflateRawSync } from 'node:zlib';
import { UnreadableFile } from './layer';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** An office file of a public version unpacks to no more. */
const MOST_BYTES = 128 * 1024 * 1024;
const MOST_ENTRIES = 10_000;

/**
 * Everything that a ZIP holds. @throws UnreadableFile when it is not one, is locked, is too big unpacked, or holds more
 * than it lists
 */
export function zipEntries(bytes: Buffer): readonly ZipEntry[] {
  try {
    return entriesOf(bytes);
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('not a ZIP that can be read', { cause: error });
  }
}

function entriesOf(bytes: Buffer): readonly ZipEntry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.readUInt32LE(end) !== END_OF_DIRECTORY) throw new UnreadableFile('no directory');
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new UnreadableFile('too many entries');
  const entries: ZipEntry[] = [];
  let [at, left] = [bytes.readUInt32LE(end + 16), MOST_BYTES];
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new UnreadableFile('a broken directory');
    const [flags, method, size] = [
      bytes.readUInt16LE(at + 8),
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
    ];
    const [nameLength, extra, comment] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ];
    if ((flags & 1) === 1) throw new UnreadableFile('a locked entry');
    const content = contentAt(bytes, bytes.readUInt32LE(at + 42), size, method, left);
    left -= content.length;
    entries.push({ name: bytes.toString('utf8', at + 46, at + 46 + nameLength), bytes: content });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

function contentAt(bytes: Buffer, at: number, size: number, method: number, limit: number): Buffer {
  if (bytes.readUInt32LE(at) !== LOCAL_ENTRY) throw new UnreadableFile('an entry that is not there');
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const packed = bytes.subarray(start, start + size);
  if (method === STORED) return packed;
  if (method === DEFLATED) return inflateRawSync(packed, { maxOutputLength: Math.max(limit, 1) });
  throw new UnreadableFile('an entry packed in a way that we cannot read');
}

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
