import { fromUtf8 } from '@parley/transparency/offline';
import { Refused } from '../report/refused';
import { known, type Bag } from '../sources/bag';

/** Bytes of which any part can be read: an open file, or a file in a browser. */
export interface Parts {
  readonly size: number;
  /** The bytes from one place up to another. */
  read(from: number, to: number): Promise<Uint8Array>;
}

interface Place {
  readonly header: number;
  readonly size: number;
}

const [LOCAL, ENTRY, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const END_BYTES = 22;
/** A comment of an archive is no longer. */
const MOST_COMMENT = 65_535;
const PIECE = 1 << 20;

/**
 * Opens the .zip of a dossier, which has one folder, no file twice, and nothing compressed. Another .zip of the same
 * files has to be unpacked first.
 * @throws Refused `bag-malformed`
 */
export async function openStoredZip(parts: Parts, about: string): Promise<Bag> {
  const entries = await entriesOf(parts, about);
  return {
    paths: [...entries.keys()],
    open: async (file) => piecesOf(parts, await placeOf(parts, known(entries, file), file)),
    archive: () => piecesOf(parts, { from: 0, to: parts.size }),
    close: () => undefined,
  };
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

async function entriesOf(parts: Parts, about: string): Promise<ReadonlyMap<string, Place>> {
  const refused = (): Refused => new Refused('bag-malformed', about);
  const tail = await parts.read(Math.max(0, parts.size - END_BYTES - MOST_COMMENT), parts.size);
  const view = viewOf(tail);
  let end = tail.length - END_BYTES;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw refused();
  const [count, size, from] = [
    view.getUint16(end + 10, true),
    view.getUint32(end + 12, true),
    view.getUint32(end + 16, true),
  ];
  // What needs 64 bits says so by numbers that are full.
  if (count === 0xffff || from + size > parts.size) throw refused();
  const listed = await parts.read(from, from + size);
  const [list, entries, bases] = [viewOf(listed), new Map<string, Place>(), new Set<string>()];
  for (let at = 0, n = 0; n < count; n += 1) {
    if (at + 46 > listed.length || list.getUint32(at, true) !== ENTRY) throw refused();
    const [method, packed, whole] = [
      list.getUint16(at + 10, true),
      list.getUint32(at + 20, true),
      list.getUint32(at + 24, true),
    ];
    const [name, extra, comment] = [28, 30, 32].map((field) => list.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    const full = fromUtf8(listed.subarray(at + 46, at + 46 + name)) ?? '';
    const [base = '', ...rest] = full.split('/');
    const file = rest.join('/');
    if (method !== 0 || packed !== whole || file === '' || entries.has(file) || bases.add(base).size > 1)
      throw refused();
    entries.set(file, { header: list.getUint32(at + 42, true), size: whole });
    at += 46 + name + extra + comment;
  }
  return entries;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

async function placeOf(parts: Parts, { header, size }: Place, file: string): Promise<Range> {
  const bytes = await parts.read(header, Math.min(parts.size, header + 30));
  const view = viewOf(bytes);
  if (bytes.length < 30 || view.getUint32(0, true) !== LOCAL) throw new Refused('bag-malformed', file);
  const from = header + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  if (from + size > parts.size) throw new Refused('bag-malformed', file);
  return { from, to: from + size };
}

async function* piecesOf(parts: Parts, { from, to }: Range): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; at += PIECE) yield await parts.read(at, Math.min(to, at + PIECE));
}
