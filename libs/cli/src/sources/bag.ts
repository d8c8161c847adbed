import { concat } from '@parley/transparency/offline';
import { Refused } from '../report/refused';

/** The files of a bag, by their paths from its base, with strokes as in its manifests. */
export interface Bag {
  readonly paths: readonly string[];
  /** @throws Refused `file-missing` for a path that is not among them */
  open(file: string): Promise<AsyncIterable<Uint8Array>>;
  /** The bytes of the archive itself; absent where the bag is unpacked. */
  archive?(): AsyncIterable<Uint8Array>;
  close(): void;
}

/** Bytes of a text of a bag that is read whole; exhibits are not. */
const MOST = 64 * 1024 * 1024;

/** A small file of a bag, whole. @throws Refused `file-missing`, `bag-malformed` where it is no small one */
export async function wholeFile(bag: Bag, file: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of await bag.open(file)) {
    size += part.byteLength;
    if (size > MOST) throw new Refused('bag-malformed', file);
    parts.push(part);
  }
  return concat(...parts);
}

/** Where a file of a bag is. @throws Refused `file-missing` */
export function known<Place>(files: ReadonlyMap<string, Place>, file: string): Place {
  const place = files.get(file);
  if (place === undefined) throw new Refused('file-missing', file);
  return place;
}
