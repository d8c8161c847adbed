import { concat } from '../encoding/bytes';
import { LogRefused } from '../log-refused';
import { readPlace, type ReadLogFile } from './log-files';
import { TILE_WIDTH, tilePath, widthIn } from './tile-path';

const LONGEST_ENTRY = 65_535;

/**
 * Entries one after the other, each after its length as two bytes, the higher first.
 * @throws LogRefused `entry-too-long`
 */
export const entryBundle = (entries: readonly Uint8Array[]): Uint8Array =>
  concat(
    ...entries.flatMap((entry) => {
      if (entry.length > LONGEST_ENTRY) throw new LogRefused('entry-too-long', `${String(entry.length)} bytes`);
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );

/** @throws LogRefused `bundle-cut` when the bytes end within an entry */
export function parseEntryBundle(bytes: Uint8Array, about = 'bundle'): readonly Uint8Array[] {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const [high = 0, low] = bytes.subarray(at, at + 2);
    const end = at + 2 + high * 256 + (low ?? 0);
    if (low === undefined || end > bytes.length) throw new LogRefused('bundle-cut', about);
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return entries;
}

/**
 * Reads the entries of a bundle, as many as a tree of a size has there.
 * @throws LogRefused `file-missing`, `bundle-cut`
 */
export async function readEntries(read: ReadLogFile, index: number, size: number): Promise<readonly Uint8Array[]> {
  const place = { level: 'entries', index, width: widthIn('entries', index, size) } as const;
  if (place.width === 0) return [];
  const entries = parseEntryBundle(await readPlace(read, place), tilePath(place));
  if (entries.length !== place.width && entries.length !== TILE_WIDTH)
    throw new LogRefused('bundle-cut', tilePath(place));
  return entries.slice(0, place.width);
}
