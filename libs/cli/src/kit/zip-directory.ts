import { fromUtf8 } from '@parley/transparency/offline';
import { Refused } from '../report/refused';

/** Bytes of which any part can be read: an open file, or a file in a browser. */
export interface Parts {
  readonly size: number;
  /** The bytes from one place up to another. */
  read(from: number, to: number): Promise<Uint8Array>;
}

/** Where a file stands in a .zip, in bytes. */
export interface Place {
  /** Where its own header begins. */
  readonly header: number;
  readonly size: number;
}

const [ENTRY, END, END_64, LOCATOR_64] = [0x02014b50, 0x06054b50, 0x06064b50, 0x07064b50];
const [ENTRY_BYTES, END_BYTES, END_64_BYTES, LOCATOR_BYTES] = [46, 22, 56, 20];
/** A comment of an archive is no longer. */
const MOST_COMMENT = 65_535;
/** A field that is full has its number elsewhere, in 64 bits (APPNOTE 4.4.1.4). */
const [FULL_16, FULL_32] = [0xffff, 0xffff_ffff];
/** The extra field of an entry whose numbers need 64 bits (APPNOTE 4.5.3). */
const EXTRA_64 = 0x0001;
/** Bytes of a list of files that are read: enough for two million files, and little enough for a browser. */
const MOST_LISTED = 256 << 20;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A number of 64 bits; not a number where it is none that an archive has. */
function long(view: DataView, at: number): number {
  const number = view.getBigUint64(at, true);
  return number <= Number.MAX_SAFE_INTEGER ? Number(number) : Number.NaN;
}

/**
 * Reads the list of files at the end of a .zip, with numbers of 64 bits where those of 32 are full (zip64): a dossier
 * of more than 4 GiB or 65,534 files is packed so.
 * @param about what to name in a refusal
 * @returns each file by its path within the one folder that the archive has
 * @throws Refused `bag-malformed`
 */
export async function directoryOf(parts: Parts, about: string): Promise<ReadonlyMap<string, Place>> {
  const { count, size, from } = await endOf(parts, about);
  // A number that is none is not smaller than anything.
  if (!(from + size <= parts.size && size <= MOST_LISTED && count * ENTRY_BYTES <= size))
    throw new Refused('bag-malformed', about);
  const listed = await parts.read(from, from + size);
  const [list, entries, bases] = [viewOf(listed), new Map<string, Place>(), new Set<string>()];
  let at = 0;
  for (let n = 0; n < count; n += 1) {
    const entry = entryAt(list, at, about);
    const full = fromUtf8(listed.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + entry.name)) ?? '';
    const [base = '', ...rest] = full.split('/');
    const file = rest.join('/');
    if (file === '' || entries.has(file) || bases.add(base).size > 1) throw new Refused('bag-malformed', about);
    entries.set(file, entry);
    at += entry.bytes;
  }
  // A file that is listed and not counted would be read by another reader, and not by this one.
  if (at !== listed.length) throw new Refused('bag-malformed', about);
  return entries;
}

interface End {
  readonly count: number;
  /** Bytes of the list. */
  readonly size: number;
  readonly from: number;
}

async function endOf(parts: Parts, about: string): Promise<End> {
  const first = Math.max(0, parts.size - END_BYTES - MOST_COMMENT);
  const tail = await parts.read(first, parts.size);
  const view = viewOf(tail);
  let at = tail.length - END_BYTES;
  while (at >= 0 && view.getUint32(at, true) !== END) at -= 1;
  if (at < 0) throw new Refused('bag-malformed', about);
  const [count, size, from] = [
    view.getUint16(at + 10, true),
    view.getUint32(at + 12, true),
    view.getUint32(at + 16, true),
  ];
  if (count !== FULL_16 && size !== FULL_32 && from !== FULL_32) return { count, size, from };
  return end64Of(parts, first + at - LOCATOR_BYTES, about);
}

/** @param at where the place of the longer end is said, right before the short one */
async function end64Of(parts: Parts, at: number, about: string): Promise<End> {
  const locator = await recordAt(parts, at, { bytes: LOCATOR_BYTES, signature: LOCATOR_64 }, about);
  const end = await recordAt(parts, long(locator, 8), { bytes: END_64_BYTES, signature: END_64 }, about);
  return { count: long(end, 32), size: long(end, 40), from: long(end, 48) };
}

/**
 * The bytes of a record that begins with its signature.
 * @throws Refused `bag-malformed`
 */
export async function recordAt(
  parts: Parts,
  at: number,
  { bytes, signature }: { readonly bytes: number; readonly signature: number },
  about: string,
): Promise<DataView> {
  const refused = (): Refused => new Refused('bag-malformed', about);
  if (!(at >= 0 && at + bytes <= parts.size)) throw refused();
  const view = viewOf(await parts.read(at, at + bytes));
  if (view.byteLength < bytes || view.getUint32(0, true) !== signature) throw refused();
  return view;
}

interface Entry extends Place {
  /** Bytes of its name. */
  readonly name: number;
  /** Bytes of all of it. */
  readonly bytes: number;
}

function entryAt(list: DataView, at: number, about: string): Entry {
  const refused = (): Refused => new Refused('bag-malformed', about);
  if (at + ENTRY_BYTES > list.byteLength || list.getUint32(at, true) !== ENTRY) throw refused();
  const [name, extra, comment] = [28, 30, 32].map((field) => list.getUint16(at + field, true)) as [
    number,
    number,
    number,
  ];
  const bytes = ENTRY_BYTES + name + extra + comment;
  if (at + bytes > list.byteLength) throw refused();
  const short = [24, 20, 42].map((field) => list.getUint32(at + field, true));
  const extras = { from: at + ENTRY_BYTES + name, to: at + ENTRY_BYTES + name + extra };
  const longs = short.includes(FULL_32) ? longsIn(list, extras) : [];
  const [size, packed, header] = short.map((number) => (number === FULL_32 ? longs.shift() : number));
  const isStored = list.getUint16(at + 10, true) === 0 && size === packed;
  if (!isStored || size === undefined || header === undefined || !(size + header < Infinity)) throw refused();
  return { name, bytes, size, header };
}

/** The numbers of 64 bits of an entry: size, packed size, place of the header, each where its short one is full. */
function longsIn(list: DataView, { from, to }: { readonly from: number; readonly to: number }): number[] {
  for (let at = from; at + 4 <= to;) {
    const [kind, bytes] = [list.getUint16(at, true), list.getUint16(at + 2, true)];
    const end = Math.min(to, at + 4 + bytes);
    if (kind === EXTRA_64)
      return Array.from({ length: Math.floor((end - at - 4) / 8) }, (_, n) => long(list, at + 4 + 8 * n));
    at = end;
  }
  return [];
}
