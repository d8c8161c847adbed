import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { zipOf } from '../small-dossier.fixture';
import { wholeFile, type Bag } from '../sources/bag';
import { openStoredZip } from './stored-zip';

const opened = (zip: Uint8Array) =>
  openStoredZip({ size: zip.length, read: (from, to) => Promise.resolve(zip.subarray(from, to)) }, 'd.zip');

async function textsIn(bag: Bag): Promise<Readonly<Record<string, string>>> {
  const texts = bag.paths.map(async (file) => [file, Buffer.from(await wholeFile(bag, file)).toString()] as const);
  return Object.fromEntries(await Promise.all(texts));
}

/** The packer of dossiers, which is told to write numbers of 64 bits where it does so by itself over 4 GiB. */
async function longZip(): Promise<Buffer> {
  const zip = new ZipFile();
  const long = { compress: false, forceZip64Format: true };
  zip.addBuffer(Buffer.from('one'), 'd/a', long);
  zip.addBuffer(Buffer.from(''), 'd/b/c', { compress: false });
  zip.addBuffer(Buffer.from('two'), 'd/e', long);
  zip.end({ forceZip64Format: true, comment: '' });
  return buffer(zip.outputStream);
}

/** A copy of bytes with one number in it replaced by one of 32 bits. */
const with32 = (bytes: Uint8Array, at: number, number: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(number, at);
  return copy;
};

/** Numbers of 64 bits, one after the other. */
function longs(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 * numbers.length);
  for (const [n, number] of numbers.entries()) bytes.writeBigUInt64LE(BigInt(number), 8 * n);
  return bytes;
}

/** What stands behind the list of a .zip, with its numbers in 64 bits. */
function longEnd({ count, size, from }: { readonly count: number; readonly size: number; readonly from: number }) {
  return Buffer.concat([
    ...[Buffer.from('PK\x06\x06'), longs(44), Buffer.from([45, 0, 45, 0]), longs(0, count, count, size, from)],
    ...[Buffer.from('PK\x06\x07'), Buffer.alloc(4), longs(from + size), Buffer.from([1, 0, 0, 0])],
    ...[Buffer.from('PK\x05\x06'), Buffer.alloc(4), Buffer.alloc(12, 0xff), Buffer.alloc(2)],
  ]);
}

/**
 * The end of a .zip of two files, of which the second stands elsewhere, and its list too: written by hand after the
 * specification (APPNOTE 4.3.14, 4.3.15, 4.5.3), with those numbers alone in 64 bits that need them.
 */
function withLongPlaces(end: Buffer, second: number, list: number): Buffer {
  const [at, last] = [end.indexOf('PK\x01\x02', 4), end.indexOf('PK\x05\x06')];
  const entry = with32(end.subarray(at, last), 42, 0xffff_ffff);
  // The extra field of its instant stands in front.
  entry.writeUInt16LE(entry.readUInt16LE(30) + 12, 30);
  const extra = Buffer.concat([Buffer.from([1, 0, 8, 0]), longs(second)]);
  const listed = Buffer.concat([end.subarray(0, at), entry, extra]);
  return Buffer.concat([listed, longEnd({ count: 2, size: listed.length, from: list })]);
}

/** A copy of a .zip with a number of 64 bits in one of its records replaced. */
function changedIn(zip: Buffer, record: string, field: number, number: number): Buffer {
  const copy = Buffer.from(zip);
  longs(number).copy(copy, copy.indexOf(record) + field);
  return copy;
}

type Pieces = readonly (readonly [at: number, bytes: Uint8Array])[];

/** Reads a file of which most is a hole. */
const readerOf =
  (pieces: Pieces) =>
  (from: number, to: number): Promise<Uint8Array> => {
    const read = new Uint8Array(to - from);
    for (const [at, bytes] of pieces)
      for (let n = Math.max(0, from - at); n < Math.min(bytes.length, to - at); n += 1) read[at + n - from] = bytes[n]!;
    return Promise.resolve(read);
  };

describe('a .zip in which nothing is compressed', () => {
  it('is read file by file', async () => {
    const bag = await opened(await zipOf({ 'd/a': 'one', 'd/b/c': '' }));
    expect(bag.paths).toEqual(['a', 'b/c']);
    const read = async (file: string) => Buffer.from(await wholeFile(bag, file)).toString();
    expect([await read('a'), await read('b/c')]).toEqual(['one', '']);
    await expect(bag.open('d')).rejects.toMatchObject({ code: 'file-missing' });
  });

  it('is read with numbers of 64 bits, as the packer of dossiers writes them', async () => {
    const bytes = await longZip();
    expect(await textsIn(await opened(bytes))).toEqual({ a: 'one', 'b/c': '', e: 'two' });
    // Whatever is turned over in the list or behind it is refused, or changes nothing of what is read.
    const list = bytes.indexOf(Buffer.from('PK\x01\x02'));
    for (let bit = list * 8; bit < bytes.length * 8; bit += 1) {
      const copy = bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      const texts = await opened(copy)
        .then(textsIn)
        .catch((error: unknown) => (error as { readonly code: string }).code);
      if (texts !== 'bag-malformed') expect(Object.values(texts).sort()).toEqual(['', 'one', 'two']);
    }
  });

  it('is read over 4 GiB, where its places need 64 bits', async () => {
    const hole = 5 * 2 ** 30;
    const zip = await zipOf({ 'd/a': 'one', 'd/b': 'two' });
    const [second, list] = [zip.indexOf('PK\x03\x04', 4), zip.indexOf('PK\x01\x02')];
    const end = withLongPlaces(zip.subarray(list), hole + second, hole + list);
    // 5 GiB of nothing stand in front of the second file.
    const pieces: Pieces = [
      [0, zip.subarray(0, second)],
      [hole + second, zip.subarray(second, list)],
      [hole + list, end],
    ];
    const bag = await openStoredZip({ size: hole + list + end.length, read: readerOf(pieces) }, 'd.zip');
    expect(await textsIn(bag)).toEqual({ a: 'one', b: 'two' });
  });

  it('is read with more files than 16 bits count', async () => {
    const zip = await zipOf({ 'd/00000': '' });
    const [list, last] = [zip.indexOf('PK\x01\x02'), zip.indexOf('PK\x05\x06')];
    const listed = Array.from({ length: 65_536 }, (_, at) => {
      const entry = Buffer.from(zip.subarray(list, last));
      entry.write(String(at).padStart(5, '0'), entry.indexOf('00000'));
      return entry;
    });
    const end = longEnd({ count: 65_536, size: listed.length * (last - list), from: list });
    const bag = await opened(Buffer.concat([zip.subarray(0, list), ...listed, end]));
    expect(bag.paths).toHaveLength(65_536);
    expect(await wholeFile(bag, '65535')).toHaveLength(0);
  });

  it.each<readonly [string, () => Promise<Uint8Array>]>([
    ['of two folders', () => zipOf({ 'd/a': '', 'e/a': '' })],
    ['without a folder', () => zipOf({ a: '' })],
    ['that is cut short', async () => (await zipOf({ 'd/a': 'one' })).subarray(0, -30)],
    ['that is none', () => Promise.resolve(Buffer.from('no'))],
    ['whose long end is elsewhere', async () => changedIn(await longZip(), 'PK\x06\x07', 8, 1)],
    ['that counts more files than are listed', async () => changedIn(await longZip(), 'PK\x06\x06', 32, 4)],
    ['that counts fewer files than are listed', async () => changedIn(await longZip(), 'PK\x06\x06', 32, 2)],
    ['whose list is longer than it', async () => changedIn(await longZip(), 'PK\x06\x06', 40, 2 ** 40)],
    ['with a number that no file reaches', async () => changedIn(await longZip(), 'PK\x06\x06', 48, 2 ** 60)],
    [
      'that is compressed',
      () => {
        const zip = new ZipFile();
        zip.addBuffer(Buffer.alloc(100), 'd/a');
        zip.end();
        return buffer(zip.outputStream);
      },
    ],
  ])('is refused when it is one %s', async (_, zip) => {
    await expect(opened(await zip())).rejects.toMatchObject({ code: 'bag-malformed' });
  });
});
